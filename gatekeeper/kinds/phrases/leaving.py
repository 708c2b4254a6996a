"""Words for the way out of a mailing: what one does, and what becomes of one's address. A footer has both.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic. Written from how such mail speaks, not taken from any collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

DOING: Final = phrases_in(
    """
    reply | replying | answer | answering | write | send | email us | mail us | drop us | drop me | let us know |
    let me know | tell us | tell me | just say | say so | say the word | a word | one word | shout | click | follow |
    antworten | antworte | antwortet | antwort | schreiben | schreib | schreibt | mail an | bescheid | melden |
    meldet | melde dich | nachricht | klick* | ein wort | zurückschreiben | rückmeldung | répondez | répondre |
    réponds | répondant | écrivez | écrire | écrivant | écris | dites | dis le | un mot | signalez | prévenez |
    message | mail à | cliquez | retour de mail | conteste | contesta | contestad | contestando | contestar |
    responda | responde | responded | respondiendo | responder | escriba | escribe | escribid | escríba* | escríbe* |
    avise* | avisa* | díga* | díme* | dinos | mande | manda | mensaje | correo a | una línea | pulse | haga clic |
    rispondete | rispondi | risponda | rispondendo | rispondere | scrivete* | scrivi* | scriva* | scrivendo | basta |
    dite | ditelo | dimmelo | un messaggio | una mail | una riga | avvisa* | clicca* | segnala* | respondam |
    respondendo | escreva* | escrevam | escrever | avisem | diga* | digam | mensagem | clique | uma palavra |
    antwoord* | beantwoord* | mail even | mail naar | mailtje | mail ons | mail mij | schrijf* | stuur |
    laat het weten | laat het even | berichtje | bericht | meld | meld je | klik | een woord | odpisz* | odpisać |
    odpowiedz* | odpowiedzieć | odpowiadając | napisz* | napisać | wyślij* | wysłać | daj znać | dajcie znać |
    proszę o wiadomość | wiadomość | kliknij | jednym słowem | ответьте | ответь | ответить | ответом | напишите |
    напиши | написать | сообщите | сообщи | пришлите | пришли | скажите | скажи | дайте знать | отправьте | письмом |
    словом | слово | нажмите | yaz | yazın* | yazmanız | yazabilirsiniz | yanıtla* | yanıt | cevap* | bildir* |
    söyle* | gönder* | haber ver* | tıkla* | 返信 | ご連絡 | 連絡 | お知らせ | お申し出 | お申し付け | 一言 |
    ひとこと | 送って | お送り | ご一報 | クリック | 回复 | 回覆 | 回信 | 告知 | 来信 | 來信 | 说一声 | 說一聲 |
    告诉 | 告訴 | 联系 | 聯絡 | 点击 | 點擊 | 发送 | 회신 | 답장 | 답메일 | 알려 | 연락 | 말씀 | 보내 | 적어 | 클릭 |
    ask us | ask to | tell the | settings | in your profile | complete the form | fill in the form | the form |
    gibt ... bescheid | geben sie ... bescheid | sagt ... bescheid | sagen sie | gib ... bescheid | einstellungen |
    formular | dites le nous | nous le dire | le signaler | au secrétariat | formulaire | paramètres | réglages |
    decirlo | dígalo | dilo | formulario | ajustes | dirlo | ditecelo | segreteria | modulo | impostazioni | dizer |
    avisar | secretaria | formulário | definições | configurações | doorgeven | zeg het | formulier | instellingen |
    powiedz* | sekretariat* | formularz | ustawieni* | скажите об этом | сообщить | настройк* | форму | belirt* |
    ayarlar* | お伝え | 申し出 | フォーム | 設定 | 设置 | 設置 | 登记 | 表格 | 설정 | 양식 | 신청 | notify | untick |
    tick | można | aqui | buradan | こちら | 这里 | 這裡 | 여기 | respond* | contest* | escrib* | écri* | répond* |
    antwort* | schreib* | rispond* | scriv* | escrev* | schrijf* | napisz* | odpis* | напиш* | ответ* | yanıt* |
    yazın* | hier kannst | hier können | here to | ici pour | aquí para | qui per | aqui para | tu można |
    здесь можно | button | knop | botón | bouton | pulsante | botão | кнопк* | account | in your account |
    to have your
    """
)

LEAVING: Final = phrases_in(
    """
    list | mailing | mailings | mailshot | removed | remove you | remove your | be removed | take you off |
    take you out | cross you | strike you | drop you | delete you | delete your | bin your address |
    forget your address | your address | your name off | stop | no more | unsubscribe* | opt out | leave us |
    stop these | stop this | sooner not | rather not get | rather not have these | don t want these |
    don t want this | don t want any more | sick of | sick of us | tired of | had enough of | not want these |
    not get these | no longer want | no longer wish | verteiler* | mailingliste | adressliste | liste | abmeld* |
    abbestell* | austrag* | trage dich aus | tragen sie aus | streich* | nehmen wir sie | nehmen wir dich |
    nehmen wir euch | nehme sie | nehme dich | nehme euch | lösch* | keine weiteren | nicht mehr bekommen |
    nicht mehr erhalten | nicht mehr haben | nicht mehr lesen | keinen mehr | stopp | radiation | radi* | raye* |
    rayer | retir* | désinscri* | désabonn* | supprim* | ôter | ôte* | efface* | ne plus recevoir | plus recevoir |
    ne souhaitez plus | ne souhaites plus | ne voulez plus | ne veux plus | lista | listas | baja | borr* | quitar |
    quitamos | quito de la | quitarle* | seguir recibiendo | dejar de recibir | no recibir | no quier* | no desea* |
    eliminar* | eliminamos | suscri* | elenco | indirizzario | toglier* | tolgo | togliamo | cancell* | depenn* |
    disiscri* | rimuov* | non ricever* | non volete | non vuole | non vuoi | sair | retiramos | remov* | apag* |
    descadastr* | não receber | deixar de receber | não querem | não quer | não queira* | cancelar | lijst |
    verzendlijst | maillijst | afmeld* | afmelden | uitschrijv* | verwijder* | schrap* | haal ik je | halen we je |
    eraf | niet meer ontvang* | niet meer krijg* | geen prijs | geen post | listy | liście | listów | listę |
    rezygnuj* | rezygnacj* | wykreśl* | skreśl* | usun* | wypis* | nie życz* | nie chce* | nie chcą | więcej nie |
    рассылк* | список | списка | списке | вычерк* | вычеркн* | отказ* | отпис* | удал* | уберем | убер* | исключ* |
    не присыла* | не хотите получать | не хочешь получать | больше не | liste* | listeden | silin* | sileriz |
    silelim | istemiyor* | istemez* | vazgeç* | abonelik* | 配信停止 | 停止 | 解除 | 名簿 | リスト | 不要 | 削除 |
    外し | 希望されない | 希望しない | 購読 | 配信 | 退订 | 退訂 | 名单 | 名單 | 移出 | 移除 | 删除 | 刪除 | 不再 |
    不需要 | 不想 | 取消 | 订阅 | 訂閱 | 수신거부 | 수신 거부 | 명단 | 빼 | 삭제 | 제외 | 원치 않 | 원하지 않 |
    그만 받 | 해지 | 구독 | switch off | turn off | turned off | mute | deleted | delete these | not write to you |
    stop altogether | no further | not to keep in touch | prefer us not | rather we didn t | rather we did not |
    leave you in peace | leave you alone | not receive | stop receiving | part ways | break up with | not hear from |
    these letters | this letter | such letters | nicht mehr ... bekommen | nicht mehr ... erhalten |
    nicht mehr ... haben | nicht mehr ... lesen | kein interesse | nicht länger | in ruhe | ne plus ... recevoir |
    plus ... recevoir | ne plus vous | laisserons tranquille | no seguir | dejarle en paz | ya no quier* | no deseen |
    più ricevere | non desidera* più | non desideri | smettere | mais receber | parar de receber | não pretende* |
    niet langer | niet meer wil* | nie otrzymywać | nie dostawać | nie wysyłać | zrezygnować | rezygnuje* |
    не получать | прекратить | больше получать | göndermeyelim | almamak | お送りしない | 送らない | 届かない | 止め |
    不再发 | 不再發 | 别再发 | 不收 | 보내지 않 | 받지 않 | 중단 | not to receive | stop getting | getting it |
    opt out | hear from us less | liever geen | geen ... meer | kein ... mehr | keine ... mehr | wypisać | nudzę |
    koniec | no longer ... receive | rather not | not wish to | not want to | nicht mehr wünsch* | nicht mehr wollen |
    nicht mehr möchten | plus envie | plus intéress* | ya no ... recibir | non vuoi più | non volessi* |
    já não quer* | já não deseja* | wil je geen | wilt u geen | nie chcesz | не хотите | не хочешь | istemezsen* |
    istemiyorsan* | もう不要 | 届くのが | 不想再 | 不愿 | 더 이상 | turn it off | crossed out | listeden çıkar*
    """
)
"""Said where a footer speaks: by itself much of it is anybody's word."""
