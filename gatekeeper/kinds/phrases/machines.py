"""Phrases of machines: absence notes, delivery reports, notices about accounts and orders.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

AWAY: Final = phrases_in(
    """
    abwesend | lese meine mails nicht | nicht im büro und | absente jusqu | absent jusqu | estoy fuera | sono fuori |
    estou fora | ik ben afwezig | we will get back to you | get back to you as soon as | get back to you shortly |
    one of our team will | will respond to you within | will reply within | haben ihr anliegen |
    ihr anliegen ... erhalten | melden uns schnellstmöglich | so schnell wie möglich bei ihnen |
    schnellstmöglich bei ihnen | vielen dank für ihre nachricht | danke für ihre nachricht |
    dans les plus brefs délais | nous vous répondrons | nos pondremos en contacto | le responderemos |
    risponderemo al più presto | la ricontatteremo | entraremos em contato | responderemos em breve |
    zo spoedig mogelijk | nemen contact met u op | skontaktujemy się | odpowiemy najszybciej | свяжемся с вами |
    ответим вам | size dönüş yapacağız | en kısa sürede | 折り返しご連絡 | 追ってご連絡 | 尽快与您联系 | 尽快回复 |
    盡快回覆 | 빠른 시일 내에 | 답변 드리겠습니다 | out of office | out of the office | automatic reply | auto reply |
    autoreply | auto response | autoresponse | auto responder | autoresponder | away from my | away from the office |
    on vacation | vacation message | vacation reply | i am currently out | i m currently out | i will be out |
    on annual leave | on maternity leave | on parental leave | currently on leave | limited access to email |
    no access to email | will return on | will be back on | i will respond when | i will reply when |
    thank you for your email i am | in my absence | automatically generated reply | this is an automated response |
    this is an automatic reply | this is an autoreply | we have received your | received your request |
    received your inquiry | received your enquiry | received your message | thank you for contacting |
    thanks for contacting | thank you for your inquiry | your message has been received | request has been received |
    read receipt | return receipt | was displayed on | your message was read | was read on | delivery receipt |
    confirm that you are human | challenge response | to verify that your message | abwesenheitsnotiz | abwesenheit |
    automatische antwort | nicht im büro | nicht im hause | bin ich im urlaub | im urlaub | bin derzeit nicht |
    nicht erreichbar | ab dem ... wieder | in dringenden fällen | eingangsbestätigung |
    ihre nachricht ist eingegangen | ihre anfrage ist ... eingegangen | vielen dank für ihre anfrage |
    haben ihre anfrage erhalten | haben ihre nachricht erhalten | lesebestätigung | gelesen | absence du bureau |
    réponse automatique | absent du bureau | je suis absent* | je suis actuellement absent* | en congé* |
    message automatique d absence | bien reçu votre | accusé de réception | avons bien reçu | fuera de la oficina |
    respuesta automática | estoy de vacaciones | estaré ausente | me encuentro ausente | fuera de oficina |
    hemos recibido su | hemos recibido tu | acuse de recibo | fuori ufficio | risposta automatica | sono in ferie |
    sarò assente | sono assente | fuori sede | abbiamo ricevuto la | conferma di lettura | fora do escritório |
    resposta automática | estou de férias | estarei ausente | ausência temporária | recebemos sua | recebemos o seu |
    recebemos a sua | ausente do escritório | afwezig | automatisch antwoord | automatisch bericht | niet op kantoor |
    op vakantie | niet aanwezig | wij hebben uw bericht | hebben uw bericht ontvangen | ontvangstbevestiging |
    afwezigheidsbericht | poza biurem | automatyczna odpowiedź | jestem na urlopie | nieobecn* |
    przebywam na urlopie | otrzymaliśmy twoj* | otrzymaliśmy państwa | autoodpowiedź | odpowiedź automatyczna |
    автоответ | автоматический ответ | вне офиса | в отпуске | меня нет в офисе | отсутствую | буду отсутствовать |
    получили ваше | ваше обращение | ваше письмо получено | ofis dışında | otomatik yanıt | otomatik cevap |
    izindeyim | izinde olacağım | ofiste değilim | mesajınızı aldık | talebinizi aldık | mesajınız alınmıştır |
    不在通知 | 自動返信 | 自動応答 | 不在にしており | 休暇中 | 休暇を取得 | お問い合わせいただき |
    お問い合わせを受け付け | 受付いたしました | 外出しており | 自动回复 | 自動回覆 | 不在办公室 | 休假中 | 正在休假 |
    已收到您的 | 已经收到您的 | 自动答复 | 외출 중 | 자동 응답 | 자동회신 | 자동응답 | 부재중 | 휴가 중 | 부재 중 |
    접수되었습니다 | je serai de retour | n aurai pas accès | de retour le | retour au bureau |
    je suis en déplacement | absence | bin zurück am | wieder da ab | bin wieder | außer haus | ausser haus |
    bin ich nicht im | keinen zugriff auf | vuelvo el | estaré de vuelta | regreso el | sin acceso al correo |
    torno il | rientro il | sarò di nuovo | senza accesso | volto no dia | regresso a | estarei de volta |
    sem acesso ao | ben terug op | weer aanwezig | ben er niet | wracam | będę z powrotem | jestem poza |
    brak dostępu | вернусь | буду на связи | нет доступа к почте | в командировке | döneceğim | ofis dışındayım |
    yıllık izin | 戻り次第 | 不在です | 不在となり | 出張中 | 返信が遅れ | 出差 | 返回办公室 | 不在辦公室 | 출장 중 |
    복귀 | not reading mail | not reading my mail | not reading email* | not read mail | not checking mail |
    not checking email* | gone fishing | won t see your mail | won t be reading | keine mails | keine e mails lesen |
    lese keine | nicht am platz | nicht am schreibtisch | loin de ma boîte | loin de mes mails | lu à mon retour |
    ne consulterai pas | ne lirai pas | sans accès à mes | no estaré disponible | no leeré | leeré tu mensaje |
    leeré su mensaje | non leggerò | fuori studio | senza accesso alla posta | encontro me fora | sem acesso regular |
    sem acesso ao correio | sem acesso ao e mail | não vou ler | lees ik geen | ben ik er niet |
    geen toegang tot mijn mail | nie czytam poczty | nie czytam maili | mnie nie ma | nie ma mnie |
    nie mam dostępu do poczty | bez dostępu do poczty | почту не читаю | не читаю почту | почту не проверяю |
    меня нет на | нет на месте | без доступа к почте | maillere bakamayacağım | e postalara bakam* |
    maillerime bakam* | kadar yokum | お休みをいただ | 休暇をいただ | 休暇中です | メールを確認できません |
    メールの確認ができ | 无法查看邮件 | 無法收信 | 无法及时回复 | 자리를 비웁니다 | 자리를 비우 | 휴가 중입니다 |
    메일 확인이 어렵
    """
)

UNDELIVERED: Final = phrases_in(
    """
    loop alert | mail loop | duplicated message id | duplicate message id | are not member | is not member |
    not member of | not allowed to post | post to this list | rejected your message | message was rejected |
    complaint about message from | you are not a member | not a member of | post by non member | message held for |
    awaiting moderator | undeliverable | undelivered mail | undelivered | delivery status notification |
    delivery failure | delivery has failed | mail delivery failed | delivery failed | failure notice | returned mail |
    returned to sender | mail delivery system | mail delivery subsystem | could not be delivered | could not deliver |
    was not delivered | wasn t delivered | delivery to the following | delivery error | permanent error |
    permanent fatal errors | mail system error | user unknown | invalid user | mailbox unavailable | mailbox full |
    no such user | message delayed | delivery delayed | not been delivered yet | considered unsolicited bulk |
    undeliverable mail | non delivery | could not be sent | unable to deliver | failed to deliver |
    delivery notification | message has been blocked | unzustellbar | konnte nicht zugestellt |
    nicht zugestellt werden | zustellung fehlgeschlagen | fehlgeschlagen | zustellstatus | unzustellbare nachricht |
    échec de la remise | non remis | non distribué | n a pas pu être remis | no se pudo entregar |
    no se ha podido entregar | mensaje no entregado | error de entrega | impossibile recapitare | mancata consegna |
    não foi possível entregar | falha na entrega | não entregue | kan niet worden afgeleverd | niet afgeleverd |
    onbestelbaar | nie można dostarczyć | nie dostarczono | niedostarczon* | не доставлено | не удалось доставить |
    недоставленное | teslim edilemedi | iletilemedi | 配信不能 | 送信できませんでした | 届けられませんでした |
    配信できません | 退信 | 无法投递 | 投递失败 | 無法傳遞 | 未能送达 | 배달되지 | 전송 실패 | 반송 | 배달 실패
    """
)

NOTICE: Final = phrases_in(
    """
    receipt | purchase receipt | awaiting execution | bid notice | confirmation | delivery confirmation |
    request confirmation | approval for request | post to ... denied | moderation request | authorization required |
    checkin svn | commit message | order ... confirmed | order ... has shipped | order ... shipped |
    order ... delivered | payment ... received | thanks for your payment | thank you for your payment |
    outbid notice | you have been outbid | credit limit | your balance | bestellung ... bestätigt |
    commande ... confirmée | pedido ... confirmado | ordine ... confermato | pedido ... enviado |
    bestelling ... bevestigd | is now following you | is following you | started following you | new follower* |
    followed you | tagged you | liked your post | likes your | reacted to your | endorsed you | viewed your profile |
    appeared in ... searches | commented on your | comment posted | newest contact | added you as a |
    accepted your invitation | accepted your request | has joined your | joined your meeting | has new results |
    sent you a message | your approval is | approval status | access request | status last changed |
    case was processed | was processed on | exceeded ... limit* | mailbox size | size limit* | will be credited |
    available for viewing | forwarded ... to you | profile picture | commit by | automatic posting | folgt dir jetzt |
    folgt ihnen jetzt | hat dich markiert | hat sie markiert | hat dich erwähnt | hat sie erwähnt |
    hat deinen beitrag | gefällt dein | neuer follower | einladung angenommen | hat ihre anfrage bestätigt |
    hat deine anfrage | hat dir eine nachricht | hat ihnen eine nachricht | neue dokumente | vous suit |
    suit désormais vos | vous a identifié* | vous a mentionné* | a commenté votre | a accepté votre | nouvel abonné |
    vous a envoyé un | a aimé votre | te sigue | ahora te sigue | te ha mencionado | te mencionó | te etiquetó |
    te ha etiquetado | ha aceptado tu | aceptó tu | comentó tu | te ha enviado un | te envió un | ti segue |
    ora ti segue | ti ha menzionato | ti ha taggato | ha commentato il tuo | ha accettato la tua | ti ha inviato un |
    começou a seguir você | está te seguindo | mencionou você | marcou você | comentou sua | comentou seu |
    aceitou seu | aceitou sua | enviou uma mensagem para você | volgt je nu | volgt u nu | heeft je genoemd |
    heeft je getagd | heeft gereageerd op je | heeft je uitnodiging | heeft je een bericht | obserwuje cię |
    zaczął cię obserwować | oznaczył* cię | wspomniał* o tobie | skomentował* twój | przyjął* twoje |
    wysłał* ci wiadomość | подписался на вас | подписалась на вас | упомянул* вас | отметил* вас |
    прокомментировал* ваш* | принял* вашу | прислал* вам сообщение | seni takip etmeye | sizi takip etmeye |
    senden bahsetti | sizden bahsetti | seni etiketledi | gönderine yorum | davetini kabul | davetinizi kabul |
    sana mesaj gönderdi | フォローしました | フォローされました | さんがコメント | タグ付けしました |
    さんからメッセージ | リクエストを承認 | 关注了你 | 關注了你 | 评论了你 | 留言了 | 提到了你 | 标记了你 | 標註了你 |
    接受了你的 | 给你发了 | 팔로우하기 시작 | 팔로우합니다 | 댓글을 남겼 | 언급했습니다 | 태그했습니다 | 요청을 수락 |
    메시지를 보냈 | we ve received your | thank you for submitting | will be in touch within | wurde ... genehmigt |
    wurde ... abgelehnt | please find your ticket* | almost full | expires in | expires on | expire on |
    will expire on | set to expire | please renew | please confirm your | confirm your address |
    confirm your registration | to complete your registration | complete your registration | payslip | pay slip |
    voted in your | see results | thanks for shopping | items were charged | thank you for applying | new revision |
    bitte bestätigen sie ihre | bestätigen sie ihre e mail | e mail adresse bestätigen | abzuschließen |
    abzuschliessen | endet in | frist endet | leihfrist | gehaltsabrechnung | confirmez votre | pour finaliser votre |
    bulletin de paie | transferencia recibida | ha recibido una | confirme su correo | conferma il tuo indirizzo |
    busta paga | confirme seu e mail | bevestig je e mail | potwierdź swój adres | подтвердите свой |
    e postanızı onaylayın | your parcel | your package | is on its way | notification settings |
    manage your notification* | your booking | pleased to confirm your | confirm your stay |
    confirm your reservation | we have received your order | appointment reminder | reminder of your appointment |
    reminder that your | your bill | your statement | bill is ready | document is ready | is now available in your |
    in your inbox at | in your online | ticket number | reference number | confirmation number | confirmation code |
    meter reading | direct debit | successfully | was successful | has been cancelled | has been canceled |
    has been renewed | has been activated | has been changed | has been completed | has been confirmed | new device |
    new login | you requested | you have been added | added you to | removed you from | new reply | new post in |
    new activity | unread message* | deine bestellung | ihre sendung | dein paket | ihr paket | ist unterwegs |
    haben wir erhalten | haben ihren | ist eingegangen | sind ... eingegangen | ist verfügbar | steht ... bereit |
    liegt ... bereit | wurde erfasst | terminerinnerung | erinnerung an ihren termin | ihr termin | ihre buchung |
    ihre reise | ihr flug | ihr zählerstand | ihr kontostand | lastschrift | abbuchung | erfolgreich |
    wurde geändert | wurde storniert | wurde bestätigt | votre colis | est en route | rappel de rendez vous |
    votre rendez vous | votre relevé | est disponible dans | a bien été | su paquete | su envío | en camino |
    recordatorio de cita | su cita | está disponible en su | il tuo pacco | è in arrivo | il suo appuntamento |
    promemoria appuntamento | la sua bolletta | seu pacote | sua encomenda | a caminho | lembrete de consulta |
    uw pakket | je pakket | is onderweg | uw afspraak | twoja paczka | jest w drodze | twoja wizyta | ваша посылка |
    в пути | ваша запись | kargonuz | yola çıktı | randevunuz | お荷物 | お届け | ご利用ありがとう | 您的包裹 |
    您的快递 | 已签收 | 고객님의 | 배송이 | 예약하신 | neues fax | fax empfangen | fax von | nouveau fax | nuevo fax |
    new fax message | awaiting your approval | waiting for your approval | requires your approval | action required |
    has been waiting | have been waiting | is available for your review | has been posted | has been uploaded |
    been uploaded to | new file uploaded | are due to expire | due to expire | renewal reminder |
    will be deactivated | has been deactivated | quarantined | quarantine summary | password expires | storage limit |
    mailbox is almost full | over its size limit | zur genehmigung | wartet auf ihre freigabe | läuft ab |
    läuft in ... ab | en attente de validation | va expirer | pendiente de aprobación | va a caducar |
    in attesa di approvazione | in scadenza | aguardando aprovação | vai expirar | wacht op goedkeuring | verloopt |
    oczekuje na zatwierdzenie | wygasa | ожидает подтверждения | истекает | onayınızı bekliyor | sona eriyor |
    承認待ち | 有効期限 | 待审批 | 即将到期 | 승인 대기 | 만료 | voicemail from | voicemail von | build ... failed |
    build ... passed | pipeline ... failed | job failed | sprachnachricht | neue sprachnachricht | zahlung erhalten |
    zahlungsbestätigung | zahlungseingang bestätigt | transaktionsnummer | abonnement endet | abo läuft | ihr abo |
    ihrem konto | ihr anliegen | ihre kundennummer | payment receipt | you paid | you sent a payment |
    you received a payment | transaction id | build passed | build failed | booking reference | boarding pass |
    check in is open | your flight | your trip | your stay | your subscription has | subscription expires |
    your delivery | out for delivery | has been delivered | avons reçu votre paiement | votre abonnement |
    numéro de réservation | votre vol | hemos recibido su pago | su suscripción | tu suscripción | su vuelo |
    número de reserva | abbiamo ricevuto il pagamento | il tuo abbonamento | il tuo volo | sua assinatura | seu voo |
    recebemos seu pagamento | uw betaling | uw abonnement | uw vlucht | twoja płatność | twoja subskrypcja |
    twój lot | ваш платёж | ваша подписка | ваш рейс | ödemeniz alındı | aboneliğiniz | uçuşunuz | ご入金 |
    お支払い手続き | 搭乗 | ご利用明細 | 支付成功 | 付款成功 | 航班 | 입금 | 결제가 완료 | 항공편 | new voicemail |
    voice message from | fax received | new fax | scanned document | scan from | scanned from | reminder for your |
    is due | payment reminder | your subscription | subscription will renew | new ticket | ticket created |
    ticket closed | ticket has been | issue has been | shared a file with you | shared a folder with you |
    shared ... with you | requested access | mentioned you | replied to your | you have a new message |
    new message in | domain name | dns zone | certificate | disk space | service is down | is down | host alert |
    report for | daily report | weekly report | status report | purchase confirmation | order acknowledg* |
    your purchase | your transaction | funds | has been charged | your card | your bank | bestellung nr | bestellnr |
    neue bestellung | neue anfrage | neues ticket | ticket wurde | wurde erstellt | wurde aktualisiert |
    wurde geschlossen | wurde eröffnet | ihr ticket | ihre anfrage | rechnung nr | ihr passwort lautet |
    kundennummer | kunden nr | auftrag nr | zahlungserinnerung | lieferschein | kontoauszug | vertragsnummer |
    nouvelle commande | nouveau ticket | commande n | numéro client | nuevo pedido | nuevo ticket | su solicitud |
    número de cliente | nuovo ordine | nuovo ticket | la sua richiesta | novo pedido | novo chamado |
    sua solicitação | nieuwe bestelling | nieuw ticket | uw aanvraag | klantnummer | nowe zamówienie |
    nowe zgłoszenie | zgłoszenie nr | новый заказ | новая заявка | ваша заявка | yeni sipariş | talebiniz |
    you are receiving this mail because | assigned to | as you requested | if you didn t request |
    if you did not request | ignore this message | list memberships reminder | account information |
    has been approved | has been received | your submission | your order | order confirmation | order number |
    order no | has been shipped | your shipment | tracking number | your invoice | invoice attached | invoice number |
    new invoice | payment received | payment confirmation | your payment | your receipt | receipt for | your account |
    account has been | your password | reset your password | password reset | administrator password |
    verification code | verify your email | confirm your email | confirm your account | activate your account |
    security alert | new sign in | sign in attempt | one time | booking confirmation | reservation confirmed |
    your reservation | itinerary | your ticket | ticket id | has been updated | has been assigned | has been created |
    has been resolved | has been closed | status changed | new comment | commented on | new message from |
    new contact | contact form | incident | case number | service request | your application | application received |
    your registration | registration confirmed | you have registered | thank you for registering |
    thank you for your order | thank you for your purchase | thanks for your order | thank you for signing up |
    thanks for signing up | you re signed up | you are now subscribed | welcome to | subscription confirmed |
    confirm your subscription | membership* reminder | purchase order | statement is ready | transaction | backup |
    cron | build succeeded | monitoring | alert | errata alert | notification | your appointment |
    appointment confirmed | is ready for | your request | has expired | expires soon | will expire | renewal |
    refund | user name | username | login | log in to your | ihre bestellung | bestellbestätigung | bestellung |
    auftragsbestätigung | auftragsnummer | bestellnummer | rechnung | ihre rechnung | rechnungsnummer |
    zahlungseingang | versandbestätigung | wurde versandt | ihr konto | ihr passwort | passwort zurücksetzen |
    kennwort | bestätigungscode | buchungsbestätigung | ihre registrierung | ticket | vorgangsnummer |
    neue nachricht von | kontaktformular | ihre reservierung | ihre anmeldung | anfrage über | lieferung |
    sendungsnummer | mahnung | gutschrift | zugangsdaten | benutzername | benachrichtigung | votre commande |
    confirmation de commande | votre facture | facture | votre compte | mot de passe | votre réservation |
    numéro de commande | code de vérification | nouveau message | formulaire de contact | expédiée | votre paiement |
    votre demande | su pedido | tu pedido | confirmación de pedido | su factura | tu factura | factura | su cuenta |
    tu cuenta | contraseña | código de verificación | su reserva | tu reserva | ha sido enviado | número de pedido |
    su pago | nuevo mensaje | il tuo ordine | conferma ordine | conferma d ordine | fattura | il tuo account |
    codice di verifica | la tua prenotazione | è stato spedito | numero ordine | pagamento ricevuto | seu pedido |
    confirmação de pedido | nota fiscal | fatura | sua conta | sua senha | redefinir senha | código de verificação |
    sua reserva | foi enviado | número do pedido | pagamento | uw bestelling | je bestelling | orderbevestiging |
    factuur | uw account | je account | wachtwoord | verificatiecode | uw reservering | je boeking | is verzonden |
    ordernummer | betaling ontvangen | twoje zamówienie | zamówienie nr | potwierdzenie zamówienia | faktura |
    fakturę | twoje konto | hasło | hasła | kod weryfikacyjny | rezerwacja | zostało wysłane | numer zamówienia |
    płatność | ваш заказ | номер заказа | счёт | счет | ваш аккаунт | пароль | код подтверждения | бронирование |
    отправлен | оплата | ваша учетная запись | подтвердите адрес | уведомление | siparişiniz | sipariş onayı |
    sipariş numara* | faturanız | hesabınız | şifreniz | şifre sıfırlama | doğrulama kodu | rezervasyonunuz |
    kargoya verildi | ödemeniz | ご注文 | 注文番号 | 請求書 | お支払い | パスワード | 認証コード | 確認コード |
    ご予約 | 発送しました | 発送いたしました | 領収書 | アカウント | 订单 | 發票 | 发票 | 验证码 | 驗證碼 | 密码 |
    密碼 | 账户 | 帳戶 | 已发货 | 预订 | 訂單 | 付款 | 账单 | 주문번호 | 주문하신 | 주문이 | 인증번호 | 인증 코드 |
    비밀번호 | 예약이 | 예약 확인 | 결제 | 배송 | 영수증 | 계정 | signed in from | logged in from | login from |
    was used to log in | if this wasn t you | if this was not you | appointment on | reminder appointment |
    neue anmeldung | neu angemeldet | angemeldet von | anmeldung von einem | falls sie das nicht waren |
    wenn sie das nicht waren | erinnerung an ihren | nouvelle connexion | connexion à votre | si ce n était pas vous |
    rappel de votre | rappel rendez vous | nuevo inicio de sesión | inicio de sesión | si no has sido tú |
    si no fue usted | recordatorio de | le recordamos su | nuovo accesso | accesso al tuo | se non sei stato tu |
    promemoria | le ricordiamo | novo acesso | novo login | se não foi você | lembrete | lembramos |
    nieuwe aanmelding | ingelogd vanaf | als u dit niet was | herinnering aan uw | herinnering afspraak |
    uw afspraak bij | nowe logowanie | zalogowano | jeśli to nie ty | przypomnienie o | przypominamy o | новый вход |
    вход в аккаунт | выполнен вход | если это были не вы | напоминание о | напоминаем о | вы записаны | yeni giriş |
    giriş yapıldı | bu siz değilseniz | hatırlatma | hatırlatırız | randevu hatırlat* | ログインがありました |
    新しい端末 | お心当たり | ご予約のご確認 | リマインド | 登录提醒 | 异地登录 | 新设备 | 如非本人 | 温馨提醒 |
    預約提醒 | 预约提醒 | 새로운 기기 | 로그인되었 | 로그인 알림 | 본인이 아닌 | 예약 알림 | 안내드립니다 |
    missed call from | missed call and message | you have a missed call | you have a new message in mailbox |
    new voice message | in mailbox | scan date | attached image | scanned image | queries to | verpasster anruf |
    verpassten anruf | nachricht hinterlassen | neue nachricht in ihrer | appel manqué | message vocal |
    nouveau message vocal | reçu un message de | mensaje de voz de | mensaje de voz | llamada perdida | en el buzón |
    messaggio vocale | nuovo messaggio vocale | hai un messaggio dal | chiamata persa | mensagem de voz |
    nova mensagem na caixa | chamada perdida | chamada não atendida | gemiste oproep | nieuw bericht ontvangen |
    nieuwe voicemail | spraakbericht | hebt een nieuw bericht | nową wiadomość głosową | wiadomość głosowa |
    nieodebrane połączenie | nagranie od | пропущенный звонок | голосовое сообщение | cevapsız arama |
    cevapsız çağrı | sesli mesaj | 不在着信 | 新しい伝言 | 留守番電話 | 音声メッセージ | 未接来电 | 语音留言 |
    新留言 | 부재중 전화 | 음성 메시지 | 새 음성 | pickup code | collection code | ready to collect |
    ready for collection | waiting for you at | abholcode | abholbereit | zur abholung bereit | nicht zu hause |
    ablageort | votre colis vous attend | disponible au relais | point relais | code de retrait | munissez vous |
    código de recogida | listo para recoger | punto de recogida | in consegna oggi | codice di ritiro |
    pronto per il ritiro | punto di ritiro | il codice da dare al corriere | código de levantamento |
    pronta para levantamento | pronto para retirada | ligt klaar | ophaalcode | ophalen kan | neem een legitimatie |
    kod odbioru | czeka na ciebie | gotowa do odbioru | odbierz ją | код получения | прибыл в пункт | пункт выдачи |
    готов к выдаче | храним до | teslim kodu | takip numaralı | şubede bekle* | şubesinde ... bekletil* | 伝票番号 |
    再配達 | ご不在の場合 | 取件通知 | 48小时内领取 | 운송장 | 부재 시 | 도착 예정 | 배송 예정 |
    do not share it with anyone | expires in 5 minutes | expires in 10 minutes | caduca en | no lo compartas |
    scade tra | non condividerlo | não o partilhe | não compartilhe | deel deze code | nie udostępniaj nikomu |
    никому не сообщайте | kimseyle paylaşmayın | 他人に教えない | 请勿告知他人 | 切勿泄露 | 타인에게 알려 |
    preparar a encomenda | recebemos o seu pedido | wenn sie verhindert sind | 24 stunden vorher | ihr termin bei |
    ihr termin ist | ihr termin am | votre rendez vous est | su cita es | la sua visita è | a sua consulta é |
    uw afspraak is | pana wizyta | pani wizyta | ваш прием | randevunuz var | 快递已 | 您有快递 | 快递单号 |
    快递到达 | 택배가 도착 | 택배 배송 | 택배가 배송 | 凭取件码 | 取件码为 | new submission | form submission |
    new message from your website | neue nachricht aufgezeichnet | teslimat kodu* | 受け付けました | 受付番号 |
    受付のお知らせ | お振込み | 单号 | 單號 | sistem tarafından | kod odbioru | código de retirada |
    código de recogida | codice di ritiro | abholcode | code de retrait | afhaalcode | код получения | you bought |
    you have bought | sie haben gekauft | vous avez acheté | has comprado | hai acquistato | você comprou |
    je hebt gekocht | kupiłeś | kupiłaś | potwierdzamy zakup | вы купили | satın aldınız | 您已购买 | 구매하셨습니다 |
    avvenuta consegna | è stato consegnato | staat klaar | ligt voor u klaar | liegt für sie bereit |
    zur abholung bereit | ready for collection | ready for pickup | listo para recoger | pronto per il ritiro |
    pronto para retirada | gotowa do odbioru | gotowe do odbioru | готов к выдаче | teslim alınmaya hazır |
    işlem yapıldı | ödeme yapılmıştır | kartınızla | parolanızı sıfırlama | parola sıfırlama | ご用意ができました |
    取置期限 | 选课结果 | 抽签结果 | ya se encuentra disponible | te espera en la taquilla | tu paquete |
    nieuw bericht geplaatst | bericht voor u klaar | vous attend à l accueil | réservation disponible |
    you are booked | reply c to confirm | to confirm reply | confermato | prenotazione confermata |
    cancellazione gratuita fino
    """
)

ROBOT: Final = phrases_in(
    """
    would like to recall the message | möchte die nachricht ... zurückrufen | souhaite rappeler le message |
    desea recuperar el mensaje | vorrebbe richiamare il messaggio | wil het bericht ... intrekken |
    automated ... reminder | automated ... notice | automated ... notification | automatic ... reminder |
    memberships reminder | sent from a contact form | from a contact form on | contact form submission |
    was sent from an unmonitored | you do not need to reply | no reply is necessary | replies are not monitored |
    reply is not monitored | do not hit reply | this is a system | sent by the system | sent by an automated |
    by our system | über das kontaktformular | vom system erstellt | systemgeneriert* | maschinell erstellt* |
    via le formulaire de contact | desde el formulario de contacto | dal modulo di contatto |
    pelo formulário de contato | via het contactformulier | przez formularz kontaktowy | через форму обратной связи |
    iletişim formu* | お問い合わせフォームから | do not reply | please do not respond | don t reply to this |
    not reply to this | automated message | automated email | automated e mail | automatic message |
    automatic notification | sent automatically | unattended mailbox | mailbox is not monitored | unmonitored |
    was created automatically | this is an automatic | nicht auf diese | automatisch verschickt* |
    antworten sie nicht | automatische nachricht | diese e mail wurde automatisch | ne pas répondre |
    message automatique | merci de ne pas répondre | envoyé automatiquement | no responda | no respondas |
    mensaje automático | correo automático | non rispondere | messaggio automatico | não responda |
    gerada automaticamente | mensagem automática | e mail automático | niet op deze | automatisch verzonden |
    prosimy nie odpowiadać | nie odpowiadaj | wiadomość automatyczna | не отвечайте | сгенерировано автоматически |
    yanıtlamayınız | yanıtlamayın | cevaplamayınız | 返信しないで | 返信いただいても | このメールは自動 | 自動送信 |
    自動配信 | 请勿回复 | 請勿回覆 | 系统自动 | 自动发送 | 系統自動 | 此邮件由系统 | 회신하지 | 발신전용 | 발신 전용 |
    자동으로 발송 | 자동 발송 | cannot receive replies | can not receive replies | replies to this |
    not read replies | this address cannot | niet beantwoorden | kan niet worden beantwoord | kann nicht beantwortet |
    antworten auf diese | ne peut recevoir | boîte n est pas | no puede recibir | no se puede responder |
    no conteste | non possiamo rispondere | casella non | não é possível responder | não respond* |
    nie można odpowiedzieć | na tę wiadomość nie | на это письмо не нужно | отвечать на это | ответ не требуется |
    cevap vermeyin* | bu adrese yanıt | 返信はできません | 返信不可 | 返信されても | 送信専用 | 无法回复 | 請勿直接 |
    请勿直接 | 本邮件由系统 | 本郵件由系統 | 回信不가 | 회신이 불가 | 회신 불가 | 답장할 수 없 | ne pas y répondre |
    merci de ne pas y répondre | no responder a este
    """
)

GENERATED: Final = phrases_in(
    """
    automatically generated | auto generated | generated by | system generated | automatisch generiert* |
    automatisch erstellt* | automatisch erzeugt* | généré automatiquement | generado automáticamente |
    generata automaticamente | generato automaticamente | gerada automaticamente | automatisch gegenereerd* |
    wygenerowan* automatycznie | automatycznie wygenerowan* | автоматически | otomatik olarak | generó en automático |
    se generó en automático | envoyé par le logiciel | système de la bibliothèque
    """
)

URGENT: Final = phrases_in(
    """
    if it s urgent | if urgent | if it is urgent | for urgent | for anything urgent | anything urgent |
    urgent matters | urgent requests | urgent enquiries | if it can t wait | if it cannot wait | in an emergency |
    if it s on fire | in my absence | in dringenden | dringende fälle | dringenden fällen | für dringendes |
    in eiligen fällen | hilft ihnen gern* | hilft ihnen weiter | vertritt mich | meine vertretung | wenden sie sich |
    en cas d urgence | pour l urgent | pour toute urgence | pour les urgences | en cas de besoin urgent |
    si c est urgent | en mon absence | en caso de urgencia | para cualquier urgencia | para urgencias |
    para temas urgentes | si es urgente | en mi ausencia | per urgenze | per le urgenze | in caso di urgenza |
    per qualsiasi urgenza | per questioni urgenti | se è urgente | in mia assenza | em caso de urgência |
    em caso de urgencia | para urgências | para assuntos urgentes | assuntos urgentes | se for urgente |
    na minha ausência | voor spoed | bij spoed | spoedgevallen | voor dringende | bij dringende |
    in dringende gevallen | dringende zaken | w pilnych | sprawach pilnych | w nagłych | w razie pilnej |
    pod moją nieobecność | по срочным | в срочных | если срочно | по неотложным | на время моего отсутствия |
    acil konular* | acil durum* | acil bir durumda | acil işler* | yokluğumda | お急ぎの | 緊急の場合 | 緊急時 |
    急用の | 紧急事务 | 紧急情况 | 如有急事 | 如有紧急 | 急事请 | 緊急事 | 如遇紧急 | 急件請 | 급한 일은 | 급한 용무 |
    급하신 | 긴급한 | 급한 건은
    """
)
"""Whom to turn to meanwhile: who is away writes it to anybody."""
