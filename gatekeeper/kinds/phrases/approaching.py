"""Words of sales letters: how strangers come upon their reader, and what they want.

None of them makes a sales letter by itself, for people in business use them all; together they do.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

APPROACH: Final = phrases_in(
    """
    my name is ... with | gave me your name | was given your name | got your name from | by way of introduction |
    let me introduce myself | came across your | came upon your | stumbled upon your | stumbled across your |
    i noticed your | noticed that your | noticed you | i saw that you | saw that you re | saw you re | saw your |
    i see you re | looking at your | looked at your | browsing your | surfing through your | found your |
    visited your website | reviewing your website | your website | your linkedin | companies like yours |
    agencies like yours | businesses like yours | teams like yours | firms like yours | your size | your competitors |
    you are in the market | glad to learn | quick question | quick one for you | quick idea | idea for |
    just bumping | bumping this | top of your inbox | in case it got buried | in case you missed |
    following up on my | circling back | touching base | last email | reaching out | reach out because |
    i m writing round | we have not spoken | we haven t spoken | we haven t met | you don t know me |
    hope you are doing great | hope you re doing great | hope this email finds you | hope this finds you |
    greetings of the day | good day | 15 min | 15 minute* | fifteen minutes | 20 minute* | 10 minute* | ten minutes |
    minute chat | quick chat | quick call | short call | brief call | hop on a call | jump on a call |
    next week work | not interested just | no worries at all | do you know how much | did you know that |
    ever wondered | are you struggling | struggling with | paying too much | overpaying | tired of |
    looking for a reliable | are you looking for | most companies | most businesses | most teams | most owners |
    worth 15 | worth a chat | ich bin auf ihre | bin über ihre | auf ihrer website | ihre website |
    ihre internetseite | ihre homepage | ihren internetauftritt | ihren betrieb aufmerksam | auf sie aufmerksam |
    ihr linkedin | ihr profil | kurze frage | kurz nachhaken | kurz nachfassen | nochmal nach oben | erlaube mir |
    erlauben wir uns | wenden wir uns | minütiges | 15 minuten | 10 minuten | 20 minuten | zehn minuten |
    kurzes telefonat | kurzes gespräch | unternehmen wie | betriebe wie | wie viel zeit | wussten sie | wüssten sie |
    ärgern sie sich | suchen sie | zahlen sie zu viel | sind sie auch | kennen sie das | ihre mitbewerber |
    ihre wettbewerber | ihre branche | in ihrer region | me permets de vous | permets de revenir | permets de vous |
    je reviens vers vous | en visitant votre | votre site | visité votre | j ai vu que vous | j ai découvert votre |
    vu votre | votre profil | votre secteur | entreprises comme la vôtre | comme la vôtre | vos concurrents |
    petite question | question rapide | une idée pour | échange de | 15 minutes | 20 minutes | 10 minutes |
    quinze minutes | saviez vous | le saviez vous | vous perdez | vous cherchez | vous recherchez | vous souhaitez |
    vous en avez assez | perdez vous | payez vous trop | he visto que | he visto su | he visto tu | vi su | vi tu |
    vi que | su página web | su sitio | su web | tu web | tu página | tu perfil | su perfil | visitando su |
    revisando su | empresas como la | como la suya | como la vuestra | su competencia | una pregunta rápida |
    pregunta rápida | una idea para | me permito | le escribo | les escribo | te escribo | me pongo en contacto |
    nos ponemos en contacto | junto con saludar | reciba un cordial | 15 minutos | 10 minutos | 20 minutos |
    quince minutos | cinco minutos | diez minutos | sabía que | sabías que | cuánto paga* | está cansado |
    estás cansado | busca* un | necesita* | ho visto che | ho visto il | ho visitato | ho dato un occhiata |
    dato un occhiata | visitando il | vostro sito | suo sito | tuo sito | vostro profilo | suo profilo |
    vostro e commerce | aziende come | come la vostra | come la sua | vostri concorrenti | mi permetto |
    ci permettiamo | le scrivo | vi scrivo | ti scrivo | con la presente | domanda veloce | una domanda |
    un idea per | idea per | 15 minuti | 10 minuti | 20 minuti | quindici minuti | dieci minuti | cinque minuti |
    sapeva che | sapevi che | sapete che | lo sapevi | stanco di | stanchi di | cercate | state lasciando |
    quanto spend* | quanto tempo | vi no seu | vi seu | visitei o | visitando o seu | encontrei seu |
    encontrei o seu | seu site | o seu site | vosso site | seu perfil | sua loja | empresas como a | como a sua |
    seus concorrentes | me permita | venho por meio | venho apresentar | escrevo lhe | estou entrando em contato |
    pergunta rápida | uma pergunta | uma ideia para | quinze minutos | dez minutos | sabia que | você sabia |
    quanto você paga | cansado de | está procurando | procura | ik zag | zag dat u | zag jullie | zag je |
    uw website | jullie website | je website | uw bedrijf tegen | kwam uw | kwam jullie | kwam je | op linkedin |
    bedrijven zoals | zoals die van | zoals het uwe | uw concurrent* | korte vraag | snelle vraag | vraagje |
    even opvolgen | nog even terug | kwartiertje | even bellen | kort bellen | kort gesprek | wist u | wist je |
    weet u | betaalt u | bent u op zoek | ben je op zoek | zoekt u | op zoek naar | hoeveel tijd | herkenbaar |
    in uw regio | in de buurt | przeglądał* | trafił* na | znalazł* państwa | zauważył* | państwa stron* |
    stronę państwa | państwa firm* | państwa profil | pana profil | pani profil | waszą stronę | waszej strony |
    państwa konkurenc* | firm takich jak | takich jak państwa | krótkie pytanie | szybkie pytanie | mam pytanie |
    pytanie dot | pozwalam sobie | piszę do | zwracam się do państwa z | 15 minut | 15 minutow* | 10 minut |
    20 minut | kwadrans | krótką rozmowę | krótkiej rozmowy | krótka rozmowa | krótkie spotkanie | czy wiesz że |
    czy wiedzą państwo | czy wiecie | czy zastanawia* | ile państwo | szukają państwo | szukasz | poszukują państwo |
    większość firm | увидел* что | увидел* ваш* | нашел ваш* | нашёл ваш* | нашла ваш* | наткнул* | изучил* ваш* |
    посмотрел* ваш* | зашел на | зашёл на | зашла на | ваш сайт | вашем сайте | вашего сайта | ваш профиль |
    вашего профиля | вашу компанию | ваша компания | компаний как ваша | ваши конкуренты | короткий вопрос |
    быстрый вопрос | вопрос по | идея для | позвольте | 15 минут | 10 минут | 20 минут | пятнадцать минут | минутный |
    короткий звонок | знаете ли вы | вы знали | а вы знали | сколько вы | ищете | устали от | переплачиваете |
    теряете | за прошлый квартал | sitenizi | web siteniz* | internet siteniz* | sayfanızı | profilinizi | linkedin |
    firmanızı | firmanızın | şirketinizi | işletmenizi | mağazanızı | inceledi* | incelerken | rastladı* |
    rakipleriniz* | kısa bir soru | hızlı bir soru | merak ediyorum | 15 dakika* | 10 dakika* | 20 dakika* |
    dakikanızı | kısa bir görüşme | kısa bir telefon | biliyor muydunuz | arıyor musunuz | sizde nasıl |
    sizin gibi firma* | sektörünüz* | 突然のご連絡 | 突然のメール | 初めてご連絡 | はじめてご連絡 | 初めてメール |
    貴社 | 御社 | ホームページを拝見 | サイトを拝見 | hpを拝見 | プロフィールを拝見 | 経歴を拝見 | 拝見し |
    お役に立て | ご多忙 | 15分 | 20分 | 30分ほど | 10分ほど | 30分程 | お悩み | お困り | ご存じ | ご清祥 | ご清栄 |
    時下 | 貴店 | 貴院 | 貴校 | 贵公司 | 貴公司 | 贵司 | 貴司 | 贵店 | 贵单位 | 贵厂 | 贵校 | 官网 | 官網 | 看到贵 |
    看到貴 | 看到您 | 了解到您 | 得知贵 | 得知您 | 搜寻 | 搜尋 | 冒昧 | 打扰 | 打擾 | 同行 | 同业 | 同業 | 分钟 |
    分鐘 | 是否遇到 | 是否有 | 您是否 | 有没有想过 | 还在为 | 還在為 | 商祺 | 商安 | 귀사 | 귀 사 | 귀하의 |
    홈페이지를 보 | 홈페이지 보 | 사이트를 보 | 스토어를 보 | 프로필을 보 | 이력을 보 | 이력서를 보 | 보고 연락 |
    처음 인사 | 갑작스럽게 | 갑작스러운 | 불쑥 | 바쁘신 | 다름이 아니라 | 15분 | 20분 | 30분 | 10분 | 고민 있으시 |
    고민이 있으시 | 고민하고 계 | 어려움을 겪 | 알고 계셨 | 아시나요 | 하고 계신가요 | 계신가요 | 찾고 계 | 경쟁사 |
    무궁한 발전 | spent ten minutes | spent some time on your | had a look at your | took a look at your | your shop |
    your online shop | your store | we helped a | helped a company | helped a brand | i have an idea | three ideas |
    3 ideas | got a minute | open to new | i ll be brief | i ll keep this short | not sure if you |
    if you re not the right | are you the person | who looks after | who takes care of | happy to introduce |
    allow me to introduce | let me introduce | i represent | on behalf of our company | my name is ... from |
    calling from | ich habe mir ihren | ich habe mir ihre | ihren shop | ihren onlineshop | ihr geschäft |
    ideen für ihr* | idee für ihr* | ich fasse mich kurz | darf ich mich | darf ich kurz | gestatten sie |
    mein name ist | ich vertrete | wir haben einem | wir konnten | auf sie gestoßen | bin auf sie |
    passé dix minutes | passé quelques minutes | votre boutique | votre entreprise | votre établissement |
    idées pour votre | on a aidé | nous avons aidé | avons aidé | je m appelle | je suis ... de | je serai bref |
    permettez moi | je représente | taux de conversion | vous perdez des | su negocio | tu negocio | su empresa |
    tu empresa | su tienda | tu tienda | vuestra tienda | vuestra web | ideas para | hemos ayudado | ayudé a |
    me llamo | mi nombre es | soy ... de | le saluda | le saludo de | seré breve | porque gestiona | gestiona usted |
    permítame | represento a | vostra azienda | sua azienda | tua azienda | vostro negozio | tuo negozio |
    suo negozio | tuo shop | idee per | abbiamo aiutato | mi chiamo | mi presento | sono ... di | sarò breve |
    permetta | rappresento | avete mai pensato | ha mai pensato | sua empresa | a sua empresa | seu negócio |
    sua equipe | seu instagram | ideias para | ajudamos uma | já ajudamos | me chamo | meu nome é | sou o ... da |
    sou a ... da | serei breve | represento | falo da | aqui é | uw onderneming | uw winkel | uw webshop |
    je webshop | jullie webshop | je zaak | ideeën voor | we hielpen | hielpen we | mijn naam is | ik ben ... van |
    ik hou het kort | ik houd het kort | mag ik mij | namens | państwa firma | państwa sklep | swój sklep |
    pana firmie | pani firmie | pomysły na | pomysł na | pomogliśmy | nazywam się | mam na imię | reprezentuję |
    będę krótko | pozwolę sobie | w imieniu firmy | ваш магазин | ваш бизнес | вашего бизнеса | вашу продукцию |
    вашей компании | вашей отрасли | идеи для | мы помогли | помогли | меня зовут | я представляю | представляю |
    буду краток | буду кратка | разрешите представить | mağazanız | işletmeniz | firmanız | şirketiniz | fikrim var |
    öneri* | yardım ettik | yardımcı olduk | adım | ben ... firmasından | temsil ed* | kısa tutacağım |
    kendimi tanıt* | arıyorum | ショップを拝見 | 御校 | アイデア | ご提案したく | お伺い | 自己紹介 | 株式会社の |
    と申し | 您的店 | 您的网店 | 您的公司 | 你们公司 | 您公司 | 您的经历 | 您的履歷 | 看了您 | 我是 | 我叫 |
    自我介绍 | 帮助过 | 幫助過 | 代表公司 | 给您一个 | 主意 | 대표님의 | 귀사의 | 업체를 보 | 쇼핑몰을 보 |
    매장을 보 | 블로그를 보 | 도와드렸 | 아이디어 | 라고 합니다 | 입니다 혹시 | 제가 도와 | your competitor |
    your sector | in your sector | at your convenience | confidential | short video | made you a | put together a |
    recorded a | mocked up | no obligation | worth a look | what your business | your agency | your restaurant |
    your clinic | your school | your hotel | your practice | ihrer branche | in ihrer nähe | kurzes video |
    habe ihnen ein | habe ich für sie | ihre konkurrenz | ihr team | ihre praxis | ihr restaurant | ihr hotel |
    ihre schule | ihr betrieb | ihren betrieb | votre concurrent* | dans votre région | petite vidéo | j ai préparé |
    je vous ai préparé | votre équipe | votre restaurant | votre cabinet | votre école | votre hôtel |
    tu competencia | sus competidores | su sector | tu sector | en su zona | en tu zona | le he preparado |
    te he preparado | un vídeo de | un video de | su restaurante | su hotel | su clínica | vuestro | su equipo |
    concorrenti | il vostro settore | il suo settore | nella vostra zona | ho preparato per | video di | ve lo mando |
    glielo mando | te lo mando | il vostro sito | vostro ristorante | vostro hotel | vostro agriturismo | la vostra |
    scherzo ma | seu concorrente | sua concorrência | seu setor | sua região | na sua cidade | sua cidade | preparei |
    gravei | seu restaurante | sua clínica | o seu espaço | uw sector | uw branche | je concurrent* | filmpje |
    heb voor u | heb voor je | uw restaurant | uw praktijk | uw hotel | uw school | jullie restaurant |
    jullie bedrijf | konkurencja | państwa branż* | w państwa okolicy | przygotował* dla | nagrał* | krótki film |
    państwa restauracj* | państwa hotel* | państwa gabinet* | państwa zespo* | конкурент* | вашей сферы |
    вашем районе | подготовил* для | записал* видео | короткое видео | вашего ресторана | вашего магазина |
    вашей клиники | ваших клиентов | вашего дома | rakibiniz | sizin için hazırla* | kısa bir video | bölgenizde |
    restoranınız* | oteliniz* | kliniğiniz* | ekibiniz* | okulunuz* | 競合 | 動画を | ご用意しました | 貴社の |
    御社の | 貴社名 | 拝見いた | お世話になります | 初めまして | はじめまして | 突然 | 竞争对手 | 競爭對手 |
    您的同行 | 为您准备 | 為您準備 | 您店 | 您家 | 您的餐厅 | 您的企业 | 贵机构 | 경쟁 업체 | 준비했습니다 |
    영상으로 | 귀하 | 매장 운영 | 운영하시 | 처음 연락 | savez vous | vos salariés | de meeste | most offices |
    die meisten | la plupart des | la mayoría de | la maggior parte | a maioria d* | większość | большинство | çoğu |
    your background | strong fit | looks like a fit
    """
)
"""How strangers begin who want something: what they saw of the reader, how little time it takes."""

ASKING: Final = phrases_in(
    """
    would like further information | would like additional information | product demo* | see ... in action |
    schedule a demo* | arrange a demo* | set up a demo* | request a demo* | setup a meeting | call us | call me on |
    call me at | give us a call | phone us | ring us | text us | tel whatsapp | whatsapp | drop us a line |
    contact us | contact me | feel free to contact | feel free to reply | reply to this email | just reply |
    just hit reply | simply reply | answer this e mail | reply with | reply yes | reply stop | kindly revert |
    please revert | kindly reply | get back to me | for more information | for further information | for details |
    for a quote | for your quote | like a quote | send you a quote | we will quote | request a quote | get a quote |
    let us know your | send us your | share your | may i send | can i send | shall i send | should i send |
    want me to send | happy to send | i can send you | we can send you | would you like me to | would you be open |
    are you open to | open to a | worth a | book a demo | book my demo | book your | book now | visit us | visit our |
    come and see us | order now | order by | place your order | stop by our | if you are interested |
    if you re interested | if interested | hit me up | ping me | who handles | who is responsible for | right person |
    best person | point me to | forward this to | let me know if you d like | let me know if you are interested |
    love to show you | like to show you | rufen sie uns an | rufen sie an | rufen sie mich an | anruf genügt |
    einfach anrufen | melden sie sich bei | melden sie sich gern* | kontaktieren sie | sprechen sie uns an |
    schreiben sie uns | antworten sie | antworten sie einfach | kurze antwort | kurze rückmeldung | fordern sie |
    anfordern | bestellen sie | bestellung per | jetzt bestellen | bei interesse | wenn sie interesse |
    falls interesse | falls sie interesse | besuchen sie uns | schauen sie vorbei | vereinbaren sie |
    gern* ein angebot | erstellen wir ihnen | erstelle ihnen | senden wir ihnen | schicken wir ihnen |
    darf ich ihnen | soll ich ihnen | kann ich ihnen | dürfen wir ihnen | wann passt | passt es ihnen | passt ihnen |
    hätten sie | haben sie kurz | wer ist bei ihnen | der richtige ansprechpartner | zuständig für | ihr rückruf |
    termin vereinbaren | appelez | contactez | appelez nous | contactez nous | écrivez nous | répondez simplement |
    répondez à ce | en répondant à | demandez | sur simple demande | sur demande | pour commander |
    pour plus d information* | pour tout renseignement | si cela vous intéresse | si vous êtes intéressé* |
    si intéressé* | intéressé | puis je vous | je peux vous | souhaitez vous | seriez vous | auriez vous |
    êtes vous disponible | disponible pour | je vous propose | rendez nous visite | venez découvrir |
    prendre rendez vous | réserver un créneau | à votre disposition | la bonne personne | la personne en charge |
    restons à votre | reste à votre | n hésitez pas à nous | llámenos | llámanos | llame al | llamar al |
    contáctenos | contáctanos | escríbanos | escríbenos | respond* a este | contest* a este | basta con responder |
    solicite | solicita | pida | pide tu | si le interesa | si les interesa | si te interesa | si está interesad* |
    si están interesad* | le interesaría | te interesaría | te llamo | le llamo | puedo llamar* | puedo enviar* |
    le envío | te envío | le preparo | te preparo | tendría* | tendrías | visítenos | visítanos | informes al |
    informes y | más información | para más información | quedo atent* | quedamos atent* | quedo a su disposición |
    quedamos a su | agendar* | agendamos | persona indicada | persona encargada | favor de | chiamateci | chiamaci |
    chiami | contattateci | contattaci | ci contatti | scriveteci | scrivici | rispond* a questa | basta rispondere |
    basta una risposta | per ordinare | per prenotare | per informazioni | per maggiori informazioni |
    se interessat* | se avete interesse | se siete interessati | se le interessa | se ti interessa | se vi interessa |
    ti va se | le va se | posso inviar* | posso mandar* | posso chiamar* | possiamo fissare | possiamo sentirci |
    fissare una | sarebbe disponibile | saresti disponibile | siete disponibili | a disposizione | vi aspettiamo in |
    venite a trovarci | persona giusta | chi si occupa | in attesa di | resto a disposizione |
    restiamo a disposizione | ligue | ligue para | ligue já | chame no | chama no | fale conosco | contacte nos |
    entre em contato | entre em contacto | responda a este | basta responder | peça | para encomendar |
    para mais informações | caso tenha interesse | se tiver interesse | se houver interesse | tem interesse |
    posso ligar* | posso enviar | posso mandar | posso te | podemos agendar | podemos marcar | teria* | teriam |
    visite nos | visite nossa | venha conhecer | ao dispor | fico à disposição | ficamos à disposição | à disposição |
    pessoa certa | quem cuida | agradeço o contacto | favor encaminhar | responsável pela | responsável por |
    bel ons | bel mij | bel naar | bellen op | neem contact | contacteer | mail ons | mail mij | reageer |
    antwoord op | beantwoord deze | vraag ... aan | bestel | bestellen via | heeft u interesse | heb je interesse |
    bij interesse | interesse | zal ik | mag ik | kan ik u | kan ik je | zullen we | heeft u tijd | heb je tijd |
    zou u | schikt | kom langs in | bezoek ons | bezoek onze | voor meer informatie | meer weten | op afspraak |
    afspraak maken | plan een | inplannen | de juiste persoon | kop koffie | graag tot | staan voor u klaar |
    zadzwoń | proszę o kontakt | prosimy o kontakt | zapraszam do kontaktu | zapraszamy do kontaktu | proszę dzwonić |
    kontakt pod | napisz | odpisz | odpowiedz | w odpowiedzi na | wystarczy odpisać | wystarczy że | zamów |
    zamówienia pod | czy mogę przesłać | mogę przesłać | mogę wysłać | czy mogę | prześlę | prześlemy |
    czy byliby państwo | czy byłby pan | byłaby pani | jeśli są państwo zainteresowani | zainteresowan* |
    chętnie przedstawię | chętnie opowiem | umówić się | umówmy | porozmawiać | więcej informacji |
    osoba odpowiedzialna | osoby odpowiedzialnej | kto w firmie | odwiedź nas | do dyspozycji | звоните | позвоните |
    тел | пишите | напишите | ответьте | ответным письмом | свяжитесь | обращайтесь | заказать | закажите |
    оформить заказ | если интересно | если вам интересно | если заинтересовало | заинтересовал* | интересно ли |
    будет ли вам | могу прислать | можем прислать | могу отправить | могу рассказать | могу выслать |
    готов* рассказать | готов* обсудить | готовы предложить | хочу предложить | хотим предложить |
    хотел* бы предложить | кто у вас | кто отвечает | отвечает за | подскажите кто | кому можно | созвон* |
    когда удобно | удобно ли | удобнее | перезвоним | подробности | подробнее | будем рады сотрудничеству |
    рады сотрудничеству | сотрудничеств* | приезжайте | bizi arayın | bize ulaşın | arayabilirsiniz |
    ulaşabilirsiniz | iletişim için | bilgi için | detaylı bilgi | sipariş için | siparişleriniz | yanıtlamanız |
    cevaplamanız yeterli | dönüş yap* | ilgilenirseniz | ilginizi çekerse | ilgileniyorsanız | paylaşabilirim |
    gönderebilirim | göndereyim | göndermemi | arayayım | görüşebilir miyiz | görüşmek ister | görüşme* |
    uygun musunuz | uygun mu | uyar mı | uygunsanız | müsait | anlatayım | anlatmak ist* | ziyaret ed* | bekleriz |
    yetkili kişi | ilgili kişi* | kim ilgileniyor | randevu | ご興味 | ご関心 | お気軽に | お問い合わせください |
    お問合せ | ご連絡ください | ご連絡いただけ | ご返信 | お電話 | お申し付け | ご検討 | ご希望 | 資料をお送り |
    送付いたします | お送りいたします | お打ち合わせ | お時間をいただ | お時間を頂 | お時間いただ | ご都合 | 商談 |
    ご提案 | ご紹介 | ご案内 | ご来店 | ご担当の方 | ご説明 | 訪問 | 联系 | 聯繫 | 聯絡 | 致电 | 致電 | 来电 | 來電 |
    咨询 | 諮詢 | 洽询 | 洽詢 | 欢迎来 | 微信 | 电话 | 電話 | 热线 | 熱線 | qq | 有需要 | 如需 | 如有需要 | 感兴趣 |
    感興趣 | 有兴趣 | 有興趣 | 方便约 | 方便約 | 方不方便 | 方便的话 | 方便的話 | 回复此邮件 | 回覆此信 | 期待您的回 |
    索取 | 询价 | 詢價 | 订购 | 訂購 | 选购 | 预约 | 預約 | 合作 | 转发给负责 | 转给 | 哪位负责 | 哪位負責 |
    연락 주시 | 연락주시 | 연락 주세요 | 연락주세요 | 연락 부탁 | 전화 주세요 | 전화 주시 | 전화주세요 | 문의 | 상담 |
    회신 | 답장 주시 | 관심 있으시 | 관심있으시 | 관심이 있으시 | 필요하시면 | 필요하신 | 보내드리겠 | 보내드릴 |
    보내드립니다 | 송부드립 | 설명드리 | 소개드리 | 소개해 드리 | 제안드립 | 제안드리 | 안내드립 | 통화 가능 |
    통화 괜찮 | 미팅 | 시간 괜찮 | 시간 되시 | 방문 | 담당자분 | 담당자님 | 환영합니다 | 전달 부탁 | let me show you |
    i can show you | i could show you | i ll show you | we ll show you | ok if i | may i call | can i call |
    shall we | would next week | please find below | please find attached our | find attached our | see attached |
    attached is our | for your reference | two slots | a slot | pencil you in | join us at our stand |
    spread the cost | get started | upgrade before | upgrade now | find out more | zeige ich ihnen |
    zeigen wir ihnen | ich zeige ihnen | ich zeig dir | darf ich anrufen | im anhang finden sie | anbei finden sie |
    anbei unser* | anbei die | zwei termine | vorschläge machen | mehr erfahren | jetzt upgraden | je vous montre |
    je te montre | je vous envoie | je vous appelle | vous trouverez ci joint | ci joint notre | ci joint nos |
    deux créneaux | un créneau | en visio | en savoir plus | dites moi juste | te cuento | le cuento | te enseño |
    le muestro | te muestro | le viene bien | te viene bien | pase por su | pasar por su | adjunto encontrará |
    adjuntamos | adjunto nuestr* | le adjunto | les adjunto | nos encargamos | saber más | le llamamos |
    reservar* una cita | ti mostro | le mostro | vi mostro | ti faccio vedere | ti racconto | le racconto |
    in allegato trov* | alleghiamo | le allego il nostro | ci pensiamo noi | pensiamo a tutto | scopri di più |
    passare da voi | passare a trovar* | due minuti | te mostro | lhe mostro | posso mostrar | te conto | conto mais |
    segue em anexo | segue anexo | em anexo a nossa | em anexo nossa | cuidamos de tudo | tratamos de tudo |
    saiba mais | passar aí | marcamos | ik laat u | ik laat je | laat ik u | bijgaand | in de bijlage vindt u |
    bijgevoegd | wij regelen | we regelen | meer info | langskomen | mag ik u bellen | twee momenten | pokażę |
    pokażemy | opowiem | w załączniku | w załączeniu | załączam | załatwimy | zajmiemy się | dowiedz się więcej |
    podjechać | podskoczyć | umówimy się | zadzwonię | покажу | покажем | расскажу | во вложении | прикладываю |
    прилагаем | возьмем на себя | возьмём на себя | узнать больше | подъехать | заехать | позвоню | набрать вас |
    пришлю | göstereyim | gösterebilirim | ekte | ekteki | ektedir | ilgileniyoruz | hallediyoruz | daha fazla bilgi |
    uğrayabilir* | uğrayayım | arayabilir miyim | お見せ | ご覧ください | 添付 | お任せ | 詳しくは | 詳細は |
    お伺いし | お電話させて | 一度お話 | オンラインで | ご一読 | 给您演示 | 給您演示 | 给您看 | 附件 | 详见 | 詳見 |
    全包 | 了解更多 | 上门 | 拜访 | 拜訪 | 聊聊 | 加个微信 | 加微信 | 加我微信 | 加line | 보여드리 | 보여 드리 |
    첨부 | 전화드리 | 전화 드리 | 찾아뵙 | 맡겨 | 관리해 드리 | 해 드립니다 | 해드립니다 | 자세한 | 편하신 시간 |
    시간 알려주시 | 모십니다 | i would be glad to | we would be glad to | would be happy to arrange |
    give me a shout | give me a ring | dm me | fill in the form | send us a message | see our website | check our |
    on our website | on request | please quote | write to us | submit your | by replying | bei fragen | auf anfrage |
    schreiben sie mir | schreibt mir | ruft an | ruf an | rufen sie | meldet euch bei | auf unserer website |
    auf unserer webseite | unter www | gerne ein termin | gern ein termin | écrivez moi | appelez moi |
    un coup de fil | passez commande | sur notre site | à bientôt sur | je vous l envoie | je vous rappelle |
    devis gratuit | contactez moi | escríbame | escríbeme | llámeme | llámame | mándame | mándeme | en nuestra web |
    en nuestra página | se lo envío | te lo envío | se lo mando | presupuesto sin | scrivimi | mi scriva |
    scrivetemi | mi chiami | chiamami | sul nostro sito | preventivo gratuito | ve la mando | lo mando | mandatemi |
    mi mandi | me chama | chama aí | me liga | liga pra | manda um | manda mensagem | no nosso site | te mando |
    lhe envio | envio te | explico | me responde | responde esse | bel me | app me | app ons | stuur me | stuur ons |
    op onze site | op onze website | via onze website | offerte op maat | stuur ik | zadzwońcie | dzwoń | dzwońcie |
    napiszcie do | na naszej stronie | wyślę | podeślę | bezpłatna wycena | proszę dać znać | proszę odpisać |
    пишите мне | напишите мне | наберите | на нашем сайте | скину | вышлю | отправлю | пришлите | оставьте заявку |
    заявк* | bana yazın | yazın | arayın | whatsapptan | sitemizde | sitemizden | göndereyim mi | başvurun | ご一報 |
    お問い合わせは | お申し込み | お見積り | ホームページ | ご覧いただけ | お送りします | ご返信ください | 来信 |
    來信 | 回复我 | 私信 | 发您 | 發您 | 发给您 | 發給您 | 官方网站 | 留言 | 扫码咨询 | 연락처 | 전화 한 통 |
    메일 주시 | 보내 드리 | 신청하세요 | 신청 바랍 | 홈페이지에서 | 방문해 | les paso | le paso | te paso |
    ich komme gern vorbei | komme gern vorbei | sehe mir die | un rendez vous téléphonique | с кем обсудить |
    с кем можно | göndermemi ister misiniz | ister misiniz | 先发 | 先發 | 给您看看 | 給您看看 | 보내드려도 |
    드려도 될까요 | 될까요 | langsbrengen | free for a chat | free thursday | are you free for a | text your order |
    order by 10pm | orders before | orders by | buy you a coffee | minute call | could i buy you |
    call on tuesday suit | answer this mail with your | only 12 left | haben sie mittwoch | haben sie donnerstag |
    haben sie kurz zeit | vorbestellungen unter | vorbestellung unter | bestellungen bis | ihnen ... anbieten |
    besichtigung jederzeit | minutes mercredi | minutes jeudi | minutes mardi | réservez au | commandes avant |
    commandez avant | je dispose d un | visite possible | le va bien el | os va bien el | pedidos por whatsapp |
    pedidos hasta | pedidos antes de | ordini entro | ordinare entro | sentiamoci | dá vos jeito | pedido até |
    pedidos até | encomendas até | schikt woensdag | schikt donderdag | bestellen voor | appen is |
    bestellingen voor | pasuje środa | pasuje czwartek | krótką rozmowę | zamówienia do | zamówienia sms |
    удобно поговорить | удобно созвониться | заявки до | заказы до | çarşamba konuşalım | konuşalım mı |
    siparişlerinizi | kadar whatsapp | お話できませんか | お話しできませんか | までにご注文 | ご注文いただければ |
    方便聊聊吗 | 方便聊吗 | 微信下单 | 前下单 | 电话下单 | 통화 괜찮으세요 | 까지 주문 | 카톡 주시면 | 주문 주시면
    """
)
"""What a seller asks of the reader: to call, to answer, to order, to name who is in charge."""

VACANCY: Final = phrases_in(
    """
    opportunities available | few opportunities | these opportunities | these openings | these positions |
    great benefits | represent a firm | placement firm | representing a ... company | market placement |
    job opportunit* | career opportunit* | executive recruit* | search firm | positions available |
    positions are available | qualified candidates | qualified personnel | retained search | present to our clients |
    our recruiters | immediate requirement | direct client | immediate opening | job opening* | open role |
    open position* | job opportunity | career opportunity | great opportunity | exciting opportunity | exciting role |
    we are hiring | we re hiring | i m hiring | your resume | updated resume | your cv | your background |
    your profile | hourly rate | visa status | c2c | recruiter | recruiting | talent acquisition | staffing |
    headhunter | my client is | our client is | for my client | for our client | salary | day rate | remote | hybrid |
    refer your friends | referral bonus | relocation | years exp | must have | nice to have | ihr lebenslauf |
    ihren lebenslauf | stellenangebot* | offene stelle* | vakanz* | personalvermittl* | personalberat* |
    neue herausforderung | karriere | wechselbereit* | wechselwillig* | für unseren kunden | für unseren mandanten |
    festanstellung | gehalt | jahresgehalt | quereinsteiger | mitarbeiter gesucht | bewerben sie | votre cv |
    votre parcours | offre d emploi | opportunité* | poste de | poste à pourvoir | recruteur | recruteuse |
    cabinet de recrutement | mon client | notre client | nous recrutons | cdi | télétravail | salaire | rémunération |
    à l écoute du marché | nouveau défi | su cv | tu cv | su currículum | tu currículum | su perfil profesional |
    vacante* | oferta laboral | oferta de empleo | oportunidad laboral | oportunidad profesional | reclutador* |
    reclutamiento | selección de personal | buscamos un | buscamos una | buscamos personal | nuestro cliente |
    salario | sueldo | teletrabajo | remoto | postula* | il tuo cv | il suo cv | curriculum | posizione aperta |
    opportunità | selezione del personale | per un nostro cliente | per nostro cliente | azienda cliente | ral |
    smart working | cerchiamo | ricerchiamo | nuova sfida | seu currículo | seu cv | o teu cv | vaga de | vaga para |
    vagas | oportunidade | recrutador* | recrutamento | nosso cliente | salário | home office | estamos contratando |
    processo seletivo | je cv | uw cv | vacature* | werving | opdracht* | mijn opdrachtgever | onze opdrachtgever |
    salaris | thuiswerken | uurtarief | detacher* | nieuwe uitdaging | solliciteer | kandidaten | personeel |
    twoje cv | pana cv | pani cv | aktualne cv | oferta pracy | oferty pracy | stanowisk* | rekruter* | rekrutac* |
    mój klient | nasz klient | dla naszego klienta | wynagrodzenie | widełki | praca zdalna | zdalnie | hybryd* |
    nowe wyzwania | kandydat* | b2b | ваше резюме | ваш опыт | актуальное резюме | вакансия | вакансию | вакансии |
    рекрутер | рекрутинг | подбор | подбору персонала | оклад | вилка | зарплата | удаленка | удалёнка | гибрид |
    собеседован* | соискател* | рассматриваете предложения | рекомендацию знакомых | özgeçmiş* | cv niz* |
    iş fırsatı | iş ilanı | pozisyon* | açık pozisyon* | işe alım | insan kaynakları | aday* | maaş |
    kariyer fırsatı | uzaktan | hibrit | müşterimiz | 求人 | 転職 | 募集 | ポジション | 年収 | スカウト | 経歴 |
    職務経歴 | ご経験 | リモート | 面談 | 候補者 | 人材紹介 | 案件 | 職位 | 职位 | 岗位 | 招聘 | 徵才 | 猎头 | 獵頭 |
    简历 | 履歷 | 薪资 | 薪資 | 年薪 | 月薪 | 候选人 | 跳槽 | 机会推荐 | 포지션 | 채용 | 이력서 | 헤드헌터 | 서치펌 |
    연봉 | 이직 | 후보자 | 직무 | 근무지 | 재택 | 구인 | 인재 | stock options | series b | series a | great fit |
    good fit | good match | strong match | confidential search | on behalf of a client | notice period | full time |
    contract role | spannende position | spannende aufgabe | passt perfekt | perfekt passen | unbefristet | vollzeit |
    für einen kunden | belle opportunité | profil correspond | correspond à votre | temps plein | pour un client |
    encaja con | encajas | perfil encaja | jornada completa | contrato indefinido | para un cliente | in linea con |
    profilo in linea | tempo indeterminato | per un cliente | perfil se encaixa | encaixa | tempo inteiro | efetivo |
    para um cliente | past bij | past goed | voltijd | vast contract | voor een klant | pasuje do | pełny etat |
    umowa o pracę | dla klienta | подходит под | подходите | полная занятость | оформление по тк | для клиента |
    uygun olduğunuzu | tam zamanlı | müşterimiz için | 正社員 | ご活躍 | 非公開 | 想定年収 | マッチ | ご経歴 | 匹配 |
    期权 | 全职 | 高薪 | 机会 | 總監 | 总监 | 汇报给 | 成功入职 | 推荐朋友 | 정규직 | 스톡옵션 | 처우 | 적합하 |
    제안드립니다
    """
)
"""What recruiters say."""
