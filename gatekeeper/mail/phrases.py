"""Phrases: what invitations, newsletters, offers and robots say, in the languages that are read.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic. Written from how such mail speaks, not taken from any collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.mail.wording import Topic, Vocabulary


def _lines(text: str) -> tuple[str, ...]:
    """The phrases of a block, which stand between bars or on lines of their own."""
    return tuple(phrase for line in text.split("\n") for part in line.split("|") if (phrase := part.strip()))


_INVITES = _lines(
    """
    you are invited | you re invited | you have been invited | you ve been invited | has invited you | have invited you
    invites you | invite you to | invited you to | inviting you to | would like to invite | like to invite you
    cordially invite* | is inviting you | are pleased to invite | is pleased to invite | pleasure of inviting | pleased to announce ... invite
    please join us | join us for | join us at | join us on | join us in | join us as we | join me on | join me at | come join us | come and join
    request the pleasure of | honor of your presence | pleasure of your company | accept your invitation | accept the invitation
    accept this invitation | accept invitation | view invitation | open invitation | your invitation to | this is an invitation to | an invitation to
    i invite you | i want to invite you | i d like to invite | we invite you | we d like to invite | hope you can join us | hope you ll join us
    extended an invitation | extend you an invitation | extend an invitation | sent you an invitation | is hosting the | will be hosting | will host a
    lädt dich ... ein | lädt sie ... ein | laden sie ... ein | laden dich ... ein | laden euch ... ein | lade dich ... ein | lade sie ... ein | lade euch ... ein
    laden wir sie | laden wir euch | laden wir dich | lade ich sie | lade ich euch | lade ich dich
    sie einladen | dich einladen | euch einladen | hat dich eingeladen | hat sie eingeladen | hat dich ... eingeladen | hat sie ... eingeladen
    sind sie eingeladen | sie sind ... eingeladen | du bist ... eingeladen | du wurdest ... eingeladen | sie wurden ... eingeladen | ihr seid ... eingeladen
    herzlich eingeladen | herzliche einladung | einladung annehmen | einladung ansehen | einladung zu | einladung zum | einladung zur | ihre einladung | deine einladung
    vous invite | vous invitons | vous a invité | vous a invitée | t a invité | t invite à | vous êtes invité* | êtes cordialement | tu es invité* | avez été invité* | as été invité*
    accepter l invitation | voir l invitation | vous convier | plaisir de vous inviter | vous inviter à | t inviter à | rejoignez nous | venez nous rejoindre | invitation à
    te invita | te invitamos | le invita | le invitamos | les invitamos | os invitamos | te ha invitado | le ha invitado | te invito | le invito | los invito | les invito
    has sido invitado | ha sido invitado | has sido invitada | estás invitado | está invitado | están invitados | aceptar invitación | aceptar la invitación | ver invitación
    acompáñanos | acompáñenos | únete a nosotros | placer de invitar* | gusto de invitar* | queremos invitar* | invitarte a | invitarle a | invitación a
    ti invita | la invita | vi invita | ti invito | la invito | vi invito | ti invitiamo | vi invitiamo | la invitiamo | ti ha invitato | l ha invitata | ti ha invitata
    sei stato invitato | sei invitat* | siete invitati | è invitato | accetta l invito | accetta invito | invitarvi | invitarti | invitarla | invito a | unisciti a noi | lieti di invitar*
    convida você | convida o | convida a | convidamos | convidou você | convidou te | te convidou | convidá lo | convidar você | você foi convidado | foi convidado | foi convidada
    está convidado | estão convidados | aceitar convite | aceitar o convite | ver convite | convite para | junte se a nós | temos o prazer de convidar | venho convidar | convido você | convido te
    nodigt je uit | nodigt u uit | nodigt jou uit | nodigen je ... uit | nodigen u ... uit | nodigen jullie ... uit | nodig je ... uit | nodig u ... uit | nodig jullie ... uit
    heeft je uitgenodigd | heeft u uitgenodigd | heeft je ... uitgenodigd | heeft u ... uitgenodigd | bent uitgenodigd | bent ... uitgenodigd | uitnodiging accepteren | accepteer de uitnodiging
    uitnodiging bekijken | uitnodiging voor | uit te nodigen | van harte uitgenodigd
    zaprasza cię | zaprasza ciebie | zaprasza do | zaprasza na | zapraszam | zapraszamy | zaprosił cię | zaprosiła cię | zaprosił* cię do | zostałeś zaproszony | zostałaś zaproszona
    mamy przyjemność zaprosić | chcemy zaprosić | chciałbym zaprosić | chciałabym zaprosić | przyjmij zaproszenie | zaakceptuj zaproszenie | zaproszenie do | zaproszenie na | dołącz do nas
    приглашаем вас | приглашаем тебя | приглашаю вас | приглашаю тебя | приглашает вас | приглашает тебя | пригласил вас | пригласил тебя | пригласила вас | пригласила тебя | пригласил* вас
    вас пригласили | вы приглашены | тебя пригласил* | рады пригласить | хотим пригласить | хочу пригласить | хотел* бы пригласить | принять приглашение | приглашение в | приглашение на | присоединяйтесь
    sizi davet | seni davet | davet ediyor* | davet etti | davet edildiniz | davet edildin | davetlisiniz | davetlisin | daveti kabul | davetiyeyi görüntüle | davet etmekten | aramızda görmek | bize katılın | davet ederiz | davet etmek ist*
    ご招待 | 招待されました | 招待しています | 招待します | 招待いたします | 招待が届いて | 招待を承認 | 招待を承諾 | 招待を受け | 招待状をお送り | 参加しませんか | ご参加ください | ご参加をお待ち | ご来場をお待ち | お誘い | ご案内申し上げます
    邀请您 | 邀请你 | 诚邀 | 敬请光临 | 敬邀 | 接受邀请 | 向您发出邀请 | 向你发出邀请 | 邀請您 | 邀請你 | 誠邀 | 敬請光臨 | 接受邀請 | 欢迎参加 | 歡迎參加 | 加入我们 | 查看邀请
    초대합니다 | 초대했습니다 | 초대하였습니다 | 초대드립니다 | 초대받았습니다 | 초대되었습니다 | 초대하셨습니다 | 초대하고 싶 | 초대 수락 | 초대장이 도착 | 초대를 수락 | 모시고자 | 참석해 주시 | 함께해 주세요 | 님의 초대
    """
)

_INVITATION = _lines(
    """
    invitation | invitations | invite | invites | invited | rsvp | r s v p | save the date | mark your calendar* | registration | register now | register today
    register online | register here | register by | to register | click to register | reserve your seat | reserve your place | reserve your spot | sign up now | seating is limited | space is limited
    please respond by | deadline for reservations | make your reservation* | if you would like to attend | plan to attend | encourage you to attend | will you be able to attend | pls rsvp | don t miss this webcast
    hope you will attend | hope to see you there | look forward to seeing you there | we hope you can attend | you can attend | admission is free | free admission | tickets available | are you going | can you make it | reminder for
    einladung | einladungen | um antwort wird gebeten | u a w g | wir bitten um anmeldung | jetzt anmelden | anmeldung bis | termin vormerken | bitte anmelden | melden sie sich ... an | zusage bis | zusagen | um rückmeldung bis
    invitation | invitations | répondez s il vous plaît | inscrivez vous | inscription | inscriptions | réservez votre place | réservez la date | merci de confirmer votre présence | confirmer votre présence | places limitées
    invitación | invitaciones | confirme su asistencia | confirma tu asistencia | se ruega confirmación | inscríbete | inscríbase | inscripción | regístrate | regístrese | reserva la fecha | reserve la fecha | plazas limitadas | cupo limitado
    invito | inviti | iscriviti | iscrivetevi | iscrizione | iscrizioni | conferma la tua presenza | confermare la presenza | gradita conferma | posti limitati | prenota il tuo posto | salva la data | registrati ora
    convite | convites | inscreva se | inscrições | inscrição | confirme sua presença | confirme a sua presença | confirmar presença | vagas limitadas | reserve a data | garanta sua vaga
    uitnodiging | uitnodigingen | meld je aan | meld u aan | aanmelden voor | schrijf je in | schrijf u in | reserveer de datum | laat weten of je komt | laat ons weten of u | plaatsen zijn beperkt | graag aanmelden
    zaproszenie | zaproszenia | zarejestruj się | rejestracja | zapisz się na | potwierdź udział | prosimy o potwierdzenie | potwierdzenie obecności | liczba miejsc ograniczona | zarezerwuj termin | zarezerwuj miejsce
    приглашение | приглашения | зарегистрируйтесь | регистрация | зарегистрироваться | подтвердите участие | подтвердите присутствие | просим подтвердить | количество мест ограничено | сохраните дату | забронируйте место
    davet | davetiye | davetiyesi | davetiyeniz | lcv | kayıt ol | kayıt olun | kaydolun | kaydınızı | katılımınızı | katılım | yer ayırt* | kontenjan sınırlı* | tarihi kaydedin
    招待状 | 招待 | 参加登録 | 参加申し込み | 参加申込 | お申し込み | お申込み | 出欠 | ご出席 | ご参加 | 定員 | 参加費
    邀请函 | 邀请 | 邀請函 | 邀請 | 报名 | 報名 | 注册参加 | 请回复是否参加 | 立即注册 | 席位有限 | 名额有限 | 出席 | 期待您的光临
    초대장 | 초대 | 참석 여부 | 참가 신청 | 등록하기 | 사전 등록 | 신청하기 | 참가비 | 선착순 | 자리가 한정
    """
)

_EVENT = _lines(
    """
    event | webinar | webinars | web seminar | web seminars | webcast | seminar | seminars | conference | reception | luncheon | breakfast meeting | open house | happy hour | summit | workshop | gala | banquet
    networking | networking event | keynote | speaker | speakers | panel discussion | meetup | fundraiser | fund raiser | grand opening | book signing | housewarming | bridal shower | baby shower | potluck | celebration | party | breakfast series | analyst call | conference call
    veranstaltung | empfang | messe | vortrag | sommerfest | weihnachtsfeier | webseminar | fachtagung | tagung | konferenz | feier | stammtisch | hausmesse | vernissage | richtfest
    événement | séminaire | conférence | soirée | réception | atelier | webinaire | journée portes ouvertes | cocktail | colloque | vernissage
    evento | seminario | conferencia | recepción | taller | jornada | jornadas | fiesta | congreso | inauguración | encuentro
    convegno | conferenza | ricevimento | inaugurazione | festa | incontro | giornata di studi | aperitivo
    seminário | conferência | oficina | palestra | recepção | congresso | encontro | coquetel | inauguração
    evenement | bijeenkomst | congres | receptie | borrel | lezing | conferentie | feest | open dag | netwerkborrel
    wydarzenie | seminarium | konferencja | konferencję | spotkanie | warsztaty | impreza | przyjęcie | uroczystość | szkolenie | targi
    мероприятие | мероприятии | семинар | вебинар | конференция | конференции | конференцию | приём | мастер класс | вечеринка | вечеринку | праздник | форум | встреча | выставка | выставку
    etkinlik | etkinliğ* | seminer | konferans | çalıştay | resepsiyon | davet yemeği | kokteyl | açılış | toplantı | parti | webinar*
    セミナー | イベント | ウェビナー | 懇親会 | 説明会 | 講演会 | 勉強会 | 交流会 | 展示会 | パーティー | 新年会 | 忘年会
    活动 | 研讨会 | 讲座 | 会议 | 論壇 | 论坛 | 峰会 | 酒会 | 沙龙 | 活動 | 研討會 | 講座 | 發布會 | 发布会 | 展会 | 晚宴
    행사 | 세미나 | 웨비나 | 컨퍼런스 | 콘퍼런스 | 강연회 | 간담회 | 모임 | 설명회 | 포럼 | 전시회 | 워크숍 | 파티
    """
)

_PLACE = _lines(
    """
    when | where | location | venue | place | agenda | dress code | directions | parking
    wann | wo | ort | veranstaltungsort | beginn | uhrzeit | programm | einlass | où | quand | lieu | heure | programme | horaire
    cuándo | dónde | lugar | hora | fecha | quando | dove | luogo | ora | orario | programma | onde | local | horário | waar | wanneer | locatie | tijd | aanvang
    gdzie | kiedy | miejsce | godzina | termin | где | когда | место | место проведения | время | начало | nerede | yer | saat | tarih
    日時 | 場所 | 会場 | 开课 | 时间 | 地点 | 時間 | 地點 | 일시 | 장소 | 일정
    """
)

_NETWORK = _lines(
    """
    my network | my professional network | your network | professional network | add you as a friend | add you to my | add me as a friend | wants to connect | want to connect with you | connect with me | requested to add you
    like to connect with you | wants to stay in touch | wants to be friends | friend request | sent you a friend request | connection request | wants to chat | waiting for you to | is waiting for your | join my group | join our group | join the group | join my circle | join our community
    wants you to join | wants to share ... with you | has shared ... with you and invited | see my profile | view my profile | i set up a profile | created a profile | confirm that you know | are you my friend | be my friend | add as friend | become a member | join now | join today | get started now | sign up to see | join the workspace | join the team | join your team | join the conversation | join your coworker* | join the chat | join me here
    your friend ... thinks | check out my photos | start using | invited you to collaborate | invited you to join | invited to join | invite to join | invitation to connect | accept request | confirm friend | download the app and | invite code | referral link | use my code | use my link | follow me on
    mein netzwerk | meinem netzwerk | zu meinem netzwerk | als freund hinzu* | als kontakt hinzu* | freundschaftsanfrage | kontaktanfrage | möchte sich ... vernetzen | möchte sich mit ihnen | möchte sich mit dir | mit dir befreundet | meiner gruppe | unserer gruppe bei* | werde mitglied | jetzt beitreten | beitreten | konto erstellen und
    mon réseau | réseau professionnel | demande d ajout | t ajouter à | vous ajouter à | ajouter à mes | demande de contact | rejoindre mon | rejoindre le groupe | rejoignez mon | rejoignez moi | rejoignez le groupe | souhaite vous ajouter | rejoins moi | rejoindre l équipe
    mi red | red profesional | agregarte a | añadirte a | agregar como amig* | solicitud de amistad | solicitud de contacto | quiere conectar | quiere ser tu amig* | únete a | únete al | unirse al grupo | unirte al | unirme contigo | únase a
    mia rete | rete professionale | aggiungerti alla | aggiungerti ai | richiesta di amicizia | richiesta di collegamento | vuole entrare in contatto | unisciti al | unisciti alla | entra nel gruppo | iscriviti al gruppo
    minha rede | rede profissional | adicionar você | adicioná lo | solicitação de amizade | pedido de amizade | quer se conectar | quer ser seu amigo | participe do grupo | entre no grupo | junte se ao | entrar no grupo
    mijn netwerk | professionele netwerk | professioneel netwerk | wil je toevoegen | wil u toevoegen | vriendschapsverzoek | vriendenverzoek | connectieverzoek | word lid van | lid worden van | sluit je aan
    mojej sieci | sieć kontaktów | sieci kontaktów | dodać cię do | zaproszenie do znajomych | zaproszenie do grona | chce nawiązać kontakt | dołącz do grupy | dołącz do | dołączyć do | zostań członkiem
    мою сеть | мою профессиональную сеть | сеть контактов | добавить вас в | добавить тебя в | в друзья | запрос на добавление | хочет добавить | вступить в группу | вступайте в | вступи в | присоединиться к | присоединяйся
    ağıma | profesyonel ağım* | arkadaş olarak ekle* | arkadaşlık isteği | bağlantı kurmak | sizinle bağlantı | gruba katıl* | grubuma | grubumuza | aramıza katıl* | katılmaya davet | üye ol*
    つながり | 友達リクエスト | 友だち追加 | 友達になりたい | ネットワークに追加 | グループに参加 | 友達申請 | 会員登録 | チームに参加
    加为好友 | 好友请求 | 人脉 | 建立联系 | 加入群组 | 加入我的 | 加入团队 | 加為好友 | 好友邀請 | 交友邀請 | 加入群組 | 加入小组 | 一起使用
    친구 요청 | 친구 신청 | 인맥 | 1촌 | 그룹에 가입 | 그룹에 초대 | 친구로 추가 | 네트워크에 추가 | 가입하기 | 팀에 참여 | 연결하고 싶
    """
)

_UNSUBSCRIBE = _lines(
    """
    unsubscribe | unsubscribing | opt out | to be removed | be removed from | remove yourself | removed from our | removed from this list | stop receiving | no longer wish to receive | do not wish to receive | rather not receive | prefer not to receive
    manage your subscription* | manage preferences | email preferences | update your preferences | change your subscription | you are receiving this | you re receiving this | you received this email because | you are currently subscribed | you have subscribed | because you subscribed | you previously requested
    because you signed up | your subscription | end your subscription | cancel your subscription | subscription information | to change your e mail | leave this list | mailing list as | this mailing was sent to | this email was sent to | this message was sent to
    abmelden | abbestellen | austragen | newsletter abbestellen | keine weiteren e mails | nicht mehr erhalten | sie erhalten diese | du erhältst diese | aus dem verteiler | vom newsletter
    désabonner | désinscrire | désinscription | désabonnement | ne plus recevoir | vous recevez cet | vous recevez ce message | se désinscrire
    darse de baja | darte de baja | dar de baja | cancelar suscripción | cancelar la suscripción | anular suscripción | dejar de recibir | no desea recibir | recibes este correo | recibe este correo
    disiscriviti | cancella iscrizione | annulla l iscrizione | annullare l iscrizione | cancellarti | cancellarsi | non desideri più ricevere | non vuoi più ricevere | ricevi questa | disiscrizione
    descadastrar | descadastre | cancelar inscrição | cancelar assinatura | cancelar a subscrição | deixar de receber | não deseja receber | não quer mais receber | você está recebendo | remover seu e mail | se descadastrar
    uitschrijven | afmelden | schrijf je uit | niet meer ontvangen | je ontvangt deze | u ontvangt deze | uit te schrijven
    wypisz się | wypisać się | zrezygnować z | rezygnacja z | anuluj subskrypcję | nie chcesz otrzymywać | otrzymujesz tę wiadomość | otrzymujesz ten
    отписаться | отписка | отказаться от рассылки | отказаться от получения | вы получили это письмо | не хотите получать | отмена подписки
    abonelikten | listeden çık* | üyelikten ayrıl* | almak istemiyorsanız | bu e postayı ... aldınız | aboneliğinizi
    配信停止 | 配信解除 | 登録解除 | 購読解除 | メール配信の停止 | 退会 | 取消订阅 | 退订 | 取消訂閱 | 退訂 | 您收到此邮件 | 不想再收到 | 수신거부 | 수신 거부 | 구독 취소 | 구독취소 | 수신을 원하지
    """
)

_BROWSER = _lines(
    """
    view in browser | view this email in | view this message in | view in your browser | view online | read online | web version | having trouble viewing | trouble reading this | can t see this | cannot see this | can t read this | cannot read this | view as a web page | add us to your address book | to your safe senders
    email displayed correctly | html version | online version | im browser | online ansicht | online version | webansicht | nicht korrekt angezeigt | darstellungsprobleme
    version en ligne | voir dans le navigateur | dans votre navigateur | ver en el navegador | ver en tu navegador | versión en línea | visualizza nel browser | versione online | visualizar no navegador | ver no navegador | versão online
    bekijk online | bekijk in browser | online versie | webversie | zobacz w przeglądarce | wersja online | w przeglądarce | открыть в браузере | веб версия | в браузере | tarayıcıda görüntüle* | tarayıcınızda
    ブラウザで表示 | ブラウザで見る | webで見る | 在浏览器中查看 | 浏览器中打开 | 在瀏覽器中 | 웹에서 보기 | 브라우저에서 보기
    """
)

_NEWSLETTER = _lines(
    """
    newsletter | newsletters | e newsletter | enewsletter | enews | e news | e zine | ezine | weekly digest | daily digest | digest | bulletin | weekly update | daily update | news alert | headlines | this issue | in this issue | this week s | this month s | top stories | daily news | weekly news | subscribers | our readers | monthly update | news update | editor
    rundbrief | infobrief | ausgabe | neuigkeiten | wochenrückblick | infolettre | lettre d information | lettre d info | bulletin d information | actualités | boletín | boletin | novedades | notiziario | novità | boletim | informativo | novidades
    nieuwsbrief | biuletyn | aktualności | рассылка | дайджест | новости недели | выпуск | bülten | e bülten | haber bülteni | メールマガジン | メルマガ | ニュースレター | 编辑精选 | 周刊 | 月刊 | 电子报 | 電子報 | 通讯 | 뉴스레터 | 소식지
    """
)

_SALES = _lines(
    """
    special offer | special offers | limited time | % off | save up to | free shipping | discount | discounts | sale ends | on sale | buy now | shop now | order now | order today | best price* | lowest price* | great deals | deals | money back | risk free | free trial | free gift | click here | promotion | coupon | exclusive offer | act now | don t miss | gift card | low prices | clearance | new arrivals | now available | brand new | our products | our services | per month | for only | price list | offer expires | offer ends | best sellers | visit our website | contact us today | call us today | early bird | introducing | announcing the | solutions for | bonus | free quote | check out our
    sonderangebot | angebot | angebote | rabatt | gutschein | jetzt kaufen | jetzt bestellen | versandkostenfrei | nur solange | sparen sie | aktionspreis | jetzt sichern | unsere produkte | kostenlos testen | im angebot
    offre spéciale | promotion | réduction | remise | soldes | achetez | profitez | livraison gratuite | commandez | code promo | en exclusivité | nos produits
    oferta | ofertas | descuento | descuentos | promoción | compra ahora | envío gratis | aprovecha | rebajas | gratis | nuestros productos | precio especial
    offerta | offerte | sconto | sconti | promozione | acquista | spedizione gratuita | approfitta | saldi | i nostri prodotti
    desconto | descontos | promoção | compre | frete grátis | aproveite | grátis | imperdível | proposta exclusiva | nossos produtos | parcelas
    aanbieding | aanbiedingen | korting | kortingen | bestel nu | koop nu | gratis verzending | profiteer | actie | onze producten
    promocja | rabat | zniżka | zniżki | kup teraz | wyprzedaż | okazja | oferta specjalna | darmowa dostawa | nasza oferta | naszą ofertę
    скидка | скидки | скидкой | акция | распродажа | купить | закажите | предложение | выгодно | бесплатно | специальное предложение | наши товары | прайс
    indirim | kampanya | fırsat | fırsatlar | hemen al | satın al | ücretsiz kargo | özel teklif | ürünlerimiz
    セール | 割引 | キャンペーン | 特価 | お得 | 送料無料 | ポイント | クーポン | 限定 | 新発売 | 优惠 | 促销 | 折扣 | 特价 | 免费 | 限时 | 抢购 | 優惠 | 促銷 | 特價 | 할인 | 특가 | 이벤트 혜택 | 무료배송 | 쿠폰 | 혜택 | (광고)
    """
)

_ANNOUNCEMENT = _lines(
    """
    dear customer* | dear valued | valued customer* | dear members | dear member | dear friends | dear colleagues | dear all | dear subscriber* | dear reader* | dear alumni | dear parents | dear sir or madam | to all employees | all employees | press release | for immediate release | we are pleased to announce | we are excited to announce | announcing | announcement | dear partners | dear client* | dear investor*
    sehr geehrte kund* | liebe kund* | liebe mitglieder | liebe kolleg* | liebe freunde | an alle mitarbeiter* | pressemitteilung | liebe alle | chers clients | cher client | chère cliente | chers amis | chers collègues | chers membres | communiqué de presse
    estimados clientes | estimado cliente | queridos amigos | estimados colegas | comunicado de prensa | gentile cliente | gentili clienti | cari amici | cari colleghi | comunicato stampa | prezado cliente | prezados clientes | caros amigos | caros colegas | prezados
    beste klant | geachte klant | beste collega s | beste leden | persbericht | szanowni państwo | drodzy klienci | drodzy przyjaciele | szanowny kliencie | уважаемые клиенты | уважаемые коллеги | дорогие друзья | уважаемый клиент | пресс релиз
    değerli müşteri* | sayın müşteri* | değerli üye* | sevgili dostlar | お客様各位 | 各位 | 会員の皆様 | 皆様へ | プレスリリース | 尊敬的客户 | 亲爱的会员 | 各位同事 | 親愛的會員 | 尊敬的用户 | 고객님께 | 고객 여러분 | 회원님 | 여러분께
    """
)

_AWAY = _lines(
    """
    out of office | out of the office | automatic reply | auto reply | autoreply | auto response | autoresponse | auto responder | autoresponder | away from my | away from the office | on vacation | vacation message | vacation reply | i am currently out | i m currently out | i will be out | on annual leave | on maternity leave | on parental leave | currently on leave | limited access to email | no access to email | will return on | will be back on | i will respond when | i will reply when | thank you for your email i am | in my absence | automatically generated reply | this is an automated response | this is an automatic reply | this is an autoreply
    we have received your | received your request | received your inquiry | received your enquiry | received your message | thank you for contacting | thanks for contacting | thank you for your inquiry | your message has been received | request has been received | read receipt | return receipt | was displayed on | your message was read | was read on | not read | delivery receipt | confirm that you are human | challenge response | to verify that your message
    abwesenheitsnotiz | abwesenheit | automatische antwort | nicht im büro | nicht im hause | bin ich im urlaub | im urlaub | bin derzeit nicht | nicht erreichbar | ab dem ... wieder | in dringenden fällen | eingangsbestätigung | ihre nachricht ist eingegangen | ihre anfrage ist ... eingegangen | vielen dank für ihre anfrage | haben ihre anfrage erhalten | haben ihre nachricht erhalten | lesebestätigung | gelesen
    absence du bureau | réponse automatique | absent du bureau | je suis absent* | je suis actuellement absent* | en congé* | message automatique d absence | bien reçu votre | accusé de réception | avons bien reçu
    fuera de la oficina | respuesta automática | estoy de vacaciones | estaré ausente | me encuentro ausente | fuera de oficina | hemos recibido su | hemos recibido tu | acuse de recibo
    fuori ufficio | risposta automatica | sono in ferie | sarò assente | sono assente | fuori sede | abbiamo ricevuto la | conferma di lettura
    fora do escritório | resposta automática | estou de férias | estarei ausente | ausência temporária | recebemos sua | recebemos o seu | recebemos a sua | ausente do escritório
    afwezig | automatisch antwoord | automatisch bericht | niet op kantoor | op vakantie | niet aanwezig | wij hebben uw bericht | hebben uw bericht ontvangen | ontvangstbevestiging | afwezigheidsbericht
    poza biurem | automatyczna odpowiedź | jestem na urlopie | nieobecn* | przebywam na urlopie | otrzymaliśmy twoj* | otrzymaliśmy państwa | autoodpowiedź | odpowiedź automatyczna
    автоответ | автоматический ответ | вне офиса | в отпуске | меня нет в офисе | отсутствую | буду отсутствовать | получили ваше | ваше обращение | ваше письмо получено
    ofis dışında | otomatik yanıt | otomatik cevap | izindeyim | izinde olacağım | ofiste değilim | mesajınızı aldık | talebinizi aldık | mesajınız alınmıştır
    不在通知 | 自動返信 | 自動応答 | 不在にしており | 休暇中 | 休暇を取得 | お問い合わせいただき | お問い合わせを受け付け | 受付いたしました | 外出しており | 自动回复 | 自動回覆 | 不在办公室 | 休假中 | 正在休假 | 已收到您的 | 已经收到您的 | 自动答复 | 외출 중 | 자동 응답 | 자동회신 | 자동응답 | 부재중 | 휴가 중 | 부재 중 | 접수되었습니다
    """
)

_UNDELIVERED = _lines(
    """
    undeliverable | undelivered mail | undelivered | delivery status notification | delivery failure | delivery has failed | mail delivery failed | delivery failed | failure notice | returned mail | returned to sender | mail delivery system | mail delivery subsystem | could not be delivered | could not deliver | was not delivered | wasn t delivered | delivery to the following | delivery error | permanent error | permanent fatal errors | mail system error | user unknown | invalid user | mailbox unavailable | mailbox full | no such user | message delayed | delivery delayed | not been delivered yet | considered unsolicited bulk | undeliverable mail | non delivery | could not be sent | unable to deliver | failed to deliver | delivery notification | message has been blocked
    unzustellbar | konnte nicht zugestellt | nicht zugestellt werden | zustellung fehlgeschlagen | fehlgeschlagen | zustellstatus | unzustellbare nachricht | échec de la remise | non remis | non distribué | n a pas pu être remis | no se pudo entregar | no se ha podido entregar | mensaje no entregado | error de entrega | impossibile recapitare | mancata consegna | não foi possível entregar | falha na entrega | não entregue | kan niet worden afgeleverd | niet afgeleverd | onbestelbaar
    nie można dostarczyć | nie dostarczono | niedostarczon* | не доставлено | не удалось доставить | недоставленное | teslim edilemedi | iletilemedi | 配信不能 | 送信できませんでした | 届けられませんでした | 配信できません | 退信 | 无法投递 | 投递失败 | 無法傳遞 | 未能送达 | 배달되지 | 전송 실패 | 반송 | 배달 실패
    """
)

_NOTICE = _lines(
    """
    your order | order confirmation | order number | order no | has been shipped | your shipment | tracking number | your invoice | invoice attached | invoice number | new invoice | payment received | payment confirmation | your payment | your receipt | receipt for | your account | account has been | your password | reset your password | password reset | administrator password | verification code | verify your email | confirm your email | confirm your account | activate your account | security alert | new sign in | sign in attempt | one time | your booking | booking confirmation | reservation confirmed | your reservation | itinerary | your ticket | ticket id | has been updated | has been assigned | has been created | has been resolved | has been closed | status changed | new comment | commented on | new message from | new contact | contact form | incident | case number | service request | your application | application received | your registration | registration confirmed | you have registered | thank you for registering | thank you for your order | thank you for your purchase | thanks for your order | thank you for signing up | thanks for signing up | you re signed up | you are now subscribed | welcome to | subscription confirmed | confirm your subscription | membership* reminder | purchase order | statement is ready | your statement | transaction | backup | cron | build failed | build succeeded | monitoring | alert | errata alert | notification | your appointment | appointment confirmed | is ready for | your request | as you requested | has expired | expires soon | will expire | renewal | refund | user name | username | login | log in to your
    ihre bestellung | bestellbestätigung | bestellung | auftragsbestätigung | auftragsnummer | bestellnummer | rechnung | ihre rechnung | rechnungsnummer | zahlungseingang | versandbestätigung | wurde versandt | ihr konto | ihr passwort | passwort zurücksetzen | kennwort | bestätigungscode | ihre buchung | buchungsbestätigung | ihre registrierung | ticket | vorgangsnummer | neue nachricht von | kontaktformular | ihre reservierung | ihre anmeldung | anfrage über | lieferung | sendungsnummer | mahnung | gutschrift | zugangsdaten | benutzername | benachrichtigung
    votre commande | confirmation de commande | votre facture | facture | votre compte | mot de passe | votre réservation | numéro de commande | code de vérification | nouveau message | formulaire de contact | expédiée | votre paiement | votre demande
    su pedido | tu pedido | confirmación de pedido | su factura | tu factura | factura | su cuenta | tu cuenta | contraseña | código de verificación | su reserva | tu reserva | ha sido enviado | número de pedido | su pago | nuevo mensaje
    il tuo ordine | conferma ordine | conferma d ordine | fattura | il tuo account | codice di verifica | la tua prenotazione | è stato spedito | numero ordine | pagamento ricevuto
    seu pedido | confirmação de pedido | nota fiscal | fatura | sua conta | sua senha | redefinir senha | código de verificação | sua reserva | foi enviado | número do pedido | pagamento
    uw bestelling | je bestelling | orderbevestiging | factuur | uw account | je account | wachtwoord | verificatiecode | uw reservering | je boeking | is verzonden | ordernummer | betaling ontvangen
    twoje zamówienie | zamówienie nr | potwierdzenie zamówienia | faktura | fakturę | twoje konto | hasło | hasła | kod weryfikacyjny | rezerwacja | zostało wysłane | numer zamówienia | płatność
    ваш заказ | номер заказа | заказ № | счёт | счет | ваш аккаунт | пароль | код подтверждения | бронирование | отправлен | оплата | ваша учетная запись | подтвердите адрес | уведомление
    siparişiniz | sipariş onayı | sipariş numara* | faturanız | fatura | hesabınız | şifreniz | şifre sıfırlama | doğrulama kodu | rezervasyonunuz | kargoya verildi | ödemeniz
    ご注文 | 注文番号 | 請求書 | お支払い | パスワード | 認証コード | 確認コード | ご予約 | 発送しました | 発送いたしました | 領収書 | アカウント | 订单 | 發票 | 发票 | 验证码 | 驗證碼 | 密码 | 密碼 | 账户 | 帳戶 | 已发货 | 预订 | 訂單 | 付款 | 账单 | 주문번호 | 주문하신 | 주문이 | 인증번호 | 인증 코드 | 비밀번호 | 예약이 | 예약 확인 | 결제 | 배송 | 영수증 | 계정
    """
)

_ROBOT = _lines(
    """
    do not reply | please do not respond | don t reply to this | not reply to this | automatically generated | automated message | automated email | automated e mail | auto generated | automatic message | automatic notification | sent automatically | generated by | system generated | unattended mailbox | mailbox is not monitored | unmonitored | was created automatically | this is an automatic
    nicht auf diese | automatisch generiert* | automatisch erstellt* | automatisch erzeugt* | automatisch verschickt* | antworten sie nicht | automatische nachricht | diese e mail wurde automatisch | ne pas répondre | généré automatiquement | message automatique | merci de ne pas répondre | envoyé automatiquement
    no responda | no respondas | generado automáticamente | mensaje automático | correo automático | non rispondere | generata automaticamente | generato automaticamente | messaggio automatico | não responda | gerada automaticamente | mensagem automática | e mail automático | niet op deze | automatisch gegenereerd* | automatisch verzonden
    prosimy nie odpowiadać | nie odpowiadaj | wygenerowan* automatycznie | automatycznie wygenerowan* | wiadomość automatyczna | не отвечайте | автоматически | сгенерировано автоматически | yanıtlamayınız | otomatik olarak | yanıtlamayın | cevaplamayınız
    返信しないで | 返信いただいても | このメールは自動 | 自動送信 | 自動配信 | 请勿回复 | 請勿回覆 | 系统自动 | 自动发送 | 系統自動 | 此邮件由系统 | 회신하지 | 발신전용 | 발신 전용 | 자동으로 발송 | 자동 발송
    """
)

PHRASES: Final = Vocabulary(
    {
        Topic.INVITES: _INVITES,
        Topic.INVITATION: _INVITATION,
        Topic.EVENT: _EVENT,
        Topic.PLACE: _PLACE,
        Topic.NETWORK: _NETWORK,
        Topic.UNSUBSCRIBE: _UNSUBSCRIBE,
        Topic.BROWSER: _BROWSER,
        Topic.NEWSLETTER: _NEWSLETTER,
        Topic.SALES: _SALES,
        Topic.ANNOUNCEMENT: _ANNOUNCEMENT,
        Topic.AWAY: _AWAY,
        Topic.UNDELIVERED: _UNDELIVERED,
        Topic.NOTICE: _NOTICE,
        Topic.ROBOT: _ROBOT,
    }
)
"""Every phrase that is known."""
