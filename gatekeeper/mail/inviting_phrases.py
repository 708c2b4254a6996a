"""Phrases that invite: to events, networks and groups, and what goes with that.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic. Written from how such mail speaks, not taken from any collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.mail.wording import phrases_in

INVITES: Final = phrases_in(
    """
    we are hosting | i am hosting | i m hosting | we re hosting |
    wir sie herzlich ein* | wir euch herzlich ein* | laden alle ... ein | vous convi* | vous convier | est convié* |
    êtes convié* | invitarle | invitarles | invitaros | invitarlo | invitarla | quedan invitados | queda invitado |
    lieta di invitar* | ha il piacere di invitar* | convidá lo* | convidá la* | convidar lo* | convidamos v* |
    nodigen wij | nodigen we | nodig ik | nodig* ... uit | zaprosić ... na | zaprosić państwa | mamy przyjemność |
    приглашаем | имеем удовольствие пригласить | katılımınızı rica | sizi aramızda | teşriflerinizi | davetimize |
    ご出席ください | ご出席賜り | ご参集 | ご来場ください | ご来臨 | 莅临 | 蒞臨 | 恭请 | 恭請 | 兹定于 | 茲定於 |
    拨冗出席 | 撥冗出席 | 초청합니다 | 초청드립니다 | 참석을 부탁 | 자리를 빛내
    warmly invited | are warmly invited | are cordially invited | you are cordially | wir laden euch | wir laden sie |
    wir laden dich | ich lade euch | ich lade dich | ich lade sie | laden euch und | laden sie und | ob ihr kommt |
    sagt bescheid ob | let me know who s in | who s in and
    join in live | join us live | join the live | cannot afford to miss | can t afford to miss |
    you won t want to miss |
    would like to welcome you to | welcome you to his | welcome you to her | welcome you to our new |
    we would be honored | we would be honoured | we would be delighted if you | hope you can attend |
    hope you can come |
    hope you can make it | hope to see you at | mark your calendars for | save your seat | save your spot |
    claim your spot |
    ihre teilnahme würde uns | über ihr kommen freuen | über ihre teilnahme freuen |
    würden uns freuen sie ... zu begrüßen |
    seien sie dabei | sei dabei | jetzt platz sichern | nous serions ravis de vous | nous serions heureux de vous |
    nos complace invitar* | tenemos el gusto de invitar* | siamo lieti di invitarla | temos o prazer de convidá* |
    wij nodigen | we nodigen | wil je erbij zijn | mamy zaszczyt zaprosić | имеем честь пригласить |
    katılımınızı bekliyoruz | ぜひご参加 | お越しください | 敬请参加 | 诚挚邀请 | 欢迎您参加 | 참석 부탁 |
    참여해 주세요
    come over for | come by and | come and see | would love you to | would love for you to | would love to see you |
    hope to welcome you | take the survey | take our survey | take part in our | participate in our survey |
    complete our survey | selected to take part | invited to participate
    kommt vorbei | kommen sie vorbei | wir freuen uns auf euch | wir freuen uns auf sie |
    wir freuen uns auf ihren besuch | freuen uns auf ihr kommen | nehmen sie an unserer umfrage |
    an unserer umfrage | zur umfrage | teilnahme an einer umfrage
    venez nombreux | nous serons heureux de vous accueillir | répondre à notre enquête |
    participez à notre enquête | participer à notre enquête | os esperamos | le esperamos | te esperamos |
    participe en nuestra encuesta | participa en nuestra encuesta
    vi aspettiamo | ti aspettiamo | la aspettiamo | partecipa al sondaggio | partecipa al nostro sondaggio |
    esperamos você | contamos com sua presença | participe da nossa pesquisa | responda à pesquisa | kom langs |
    we hopen u te zien | we hopen je te zien | doe mee aan ons onderzoek | vul de enquête in
    serdecznie zapraszamy | weź udział w | wypełnij ankietę | do zobaczenia na | ждём вас | ждем вас |
    будем рады видеть | примите участие | пройдите опрос | sizi aramızda | sizleri bekliyoruz | sizi bekliyoruz |
    ankete katılın | anketimize katıl*
    お待ちしております | アンケートにご協力 | アンケートにお答え | 期待您的参与 | 期待您的到来 | 参与调查 |
    填写问卷 | 설문에 참여 | 설문조사에 참여 | 많은 참여 바랍니다 | 기다리겠습니다
    rsvp | r s v p | pls rsvp | please rsvp | u a w g | répondez s il vous plaît | lcv | please join |
    you are welcome to attend | hope you will join us | hope you can make it to
    you are invited | you re invited | you have been invited | you ve been invited | has invited you |
    have invited you
    invites you | invite you to | invited you to | inviting you to | would like to invite | like to invite you
    cordially invite* | is inviting you | are pleased to invite | is pleased to invite | pleasure of inviting |
    pleased to announce ... invite
    please join us | join us for | join us at | join us on | join us in | join us as we | join me on | join me at |
    come join us | come and join
    request the pleasure of | honor of your presence | pleasure of your company | accept your invitation |
    accept the invitation
    accept this invitation | accept invitation | view invitation | open invitation | your invitation to |
    this is an invitation to | an invitation to
    i invite you | i want to invite you | i d like to invite | we invite you | we d like to invite |
    hope you can join us | hope you ll join us
    extended an invitation | extend you an invitation | extend an invitation | sent you an invitation |
    is hosting the | will be hosting | will host a
    lädt dich ... ein | lädt sie ... ein | laden sie ... ein | laden dich ... ein | laden euch ... ein |
    lade dich ... ein | lade sie ... ein | lade euch ... ein
    laden wir sie | laden wir euch | laden wir dich | lade ich sie | lade ich euch | lade ich dich
    sie einladen | dich einladen | euch einladen | hat dich eingeladen | hat sie eingeladen |
    hat dich ... eingeladen | hat sie ... eingeladen
    sind sie eingeladen | sie sind ... eingeladen | du bist ... eingeladen | du wurdest ... eingeladen |
    sie wurden ... eingeladen | ihr seid ... eingeladen
    herzlich eingeladen | herzliche einladung | einladung annehmen | einladung ansehen | einladung zu |
    einladung zum | einladung zur | ihre einladung | deine einladung
    vous invite | vous invitons | vous a invité | vous a invitée | t a invité | t invite à | vous êtes invité* |
    êtes cordialement | tu es invité* | avez été invité* | as été invité*
    accepter l invitation | voir l invitation | vous convier | plaisir de vous inviter | vous inviter à |
    t inviter à | rejoignez nous | venez nous rejoindre | invitation à
    te invita | te invitamos | le invita | le invitamos | les invitamos | os invitamos | te ha invitado |
    le ha invitado | te invito | le invito | los invito | les invito
    has sido invitado | ha sido invitado | has sido invitada | estás invitado | está invitado | están invitados |
    aceptar invitación | aceptar la invitación | ver invitación
    acompáñanos | acompáñenos | únete a nosotros | placer de invitar* | gusto de invitar* | queremos invitar* |
    invitarte a | invitarle a | invitación a
    ti invita | la invita | vi invita | ti invito | la invito | vi invito | ti invitiamo | vi invitiamo |
    la invitiamo | ti ha invitato | l ha invitata | ti ha invitata
    sei stato invitato | sei invitat* | siete invitati | è invitato | accetta l invito | accetta invito |
    invitarvi | invitarti | invitarla | invito a | unisciti a noi | lieti di invitar*
    convida você | convida o | convida a | convidamos | convidou você | convidou te | te convidou | convidá lo |
    convidar você | você foi convidado | foi convidado | foi convidada
    está convidado | estão convidados | aceitar convite | aceitar o convite | ver convite | convite para |
    junte se a nós | temos o prazer de convidar | venho convidar | convido você | convido te
    nodigt je uit | nodigt u uit | nodigt jou uit | nodigen je ... uit | nodigen u ... uit |
    nodigen jullie ... uit | nodig je ... uit | nodig u ... uit | nodig jullie ... uit
    heeft je uitgenodigd | heeft u uitgenodigd | heeft je ... uitgenodigd | heeft u ... uitgenodigd |
    bent uitgenodigd | bent ... uitgenodigd | uitnodiging accepteren | accepteer de uitnodiging
    uitnodiging bekijken | uitnodiging voor | uit te nodigen | van harte uitgenodigd
    zaprasza cię | zaprasza ciebie | zaprasza do | zaprasza na | zapraszam | zapraszamy | zaprosił cię |
    zaprosiła cię | zaprosił* cię do | zostałeś zaproszony | zostałaś zaproszona
    mamy przyjemność zaprosić | chcemy zaprosić | chciałbym zaprosić | chciałabym zaprosić | przyjmij zaproszenie |
    zaakceptuj zaproszenie | zaproszenie do | zaproszenie na | dołącz do nas
    приглашаем вас | приглашаем тебя | приглашаю вас | приглашаю тебя | приглашает вас | приглашает тебя |
    пригласил вас | пригласил тебя | пригласила вас | пригласила тебя | пригласил* вас
    вас пригласили | вы приглашены | тебя пригласил* | рады пригласить | хотим пригласить | хочу пригласить |
    хотел* бы пригласить | принять приглашение | приглашение в | приглашение на | присоединяйтесь
    sizi davet | seni davet | davet ediyor* | davet etti | davet edildiniz | davet edildin | davetlisiniz |
    davetlisin | daveti kabul | davetiyeyi görüntüle | davet etmekten | aramızda görmek | bize katılın |
    davet ederiz | davet etmek ist*
    ご招待 | 招待されました | 招待しています | 招待します | 招待いたします | 招待が届いて | 招待を承認 |
    招待を承諾 | 招待を受け | 招待状をお送り | 参加しませんか | ご参加ください | ご参加をお待ち | ご来場をお待ち |
    お誘い | ご案内申し上げます
    邀请您 | 邀请你 | 诚邀 | 敬请光临 | 敬邀 | 接受邀请 | 向您发出邀请 | 向你发出邀请 | 邀請您 | 邀請你 | 誠邀 |
    敬請光臨 | 接受邀請 | 欢迎参加 | 歡迎參加 | 加入我们 | 查看邀请
    초대합니다 | 초대했습니다 | 초대하였습니다 | 초대드립니다 | 초대받았습니다 | 초대되었습니다 | 초대하셨습니다 |
    초대하고 싶 | 초대 수락 | 초대장이 도착 | 초대를 수락 | 모시고자 | 참석해 주시 | 함께해 주세요 | 님의 초대
    """
)

INVITATION: Final = phrases_in(
    """
    guest list | gästeliste | doors open at
    like your opinion | your opinion matters | your opinion counts | tell us what you think | share your feedback |
    rate your experience | how did we do | at my place | at our place | ihre meinung | votre avis | su opinión |
    la sua opinione | sua opinião | uw mening | twoja opinia | ваше мнение
    sign up until | sign up for | sign up by | confirm your attendance | confirm attendance |
    let us know if you can attend | looking forward to seeing you | respond to this invitation |
    view the web session | space is filling | don t forget | register for | to attend | hereby invite* |
    attend the
    invitation | invitations | invite | invites | invited | save the date | mark your calendar* | registration |
    register now | register today
    register online | register here | register by | to register | click to register | reserve your seat |
    reserve your place | reserve your spot | sign up now | seating is limited | space is limited
    please respond by | deadline for reservations | make your reservation* | if you would like to attend |
    plan to attend | encourage you to attend | will you be able to attend | don t miss this webcast
    hope you will attend | hope to see you there | look forward to seeing you there | we hope you can attend |
    you can attend | admission is free | free admission | tickets available | are you going | can you make it |
    reminder for
    einladung | einladungen | um antwort wird gebeten | u a w g | wir bitten um anmeldung | jetzt anmelden |
    anmeldung bis | termin vormerken | bitte anmelden | melden sie sich ... an | zusage bis | zusagen |
    um rückmeldung bis
    invitation | invitations | répondez s il vous plaît | inscrivez vous | inscription | inscriptions |
    réservez votre place | réservez la date | merci de confirmer votre présence | confirmer votre présence |
    places limitées
    invitación | invitaciones | confirme su asistencia | confirma tu asistencia | se ruega confirmación |
    inscríbete | inscríbase | inscripción | regístrate | regístrese | reserva la fecha | reserve la fecha |
    plazas limitadas | cupo limitado
    invito | inviti | iscriviti | iscrivetevi | iscrizione | iscrizioni | conferma la tua presenza |
    confermare la presenza | gradita conferma | posti limitati | prenota il tuo posto | salva la data |
    registrati ora
    convite | convites | inscreva se | inscrições | inscrição | confirme sua presença | confirme a sua presença |
    confirmar presença | vagas limitadas | reserve a data | garanta sua vaga
    uitnodiging | uitnodigingen | meld je aan | meld u aan | aanmelden voor | schrijf je in | schrijf u in |
    reserveer de datum | laat weten of je komt | laat ons weten of u | plaatsen zijn beperkt | graag aanmelden
    zaproszenie | zaproszenia | zarejestruj się | rejestracja | zapisz się na | potwierdź udział |
    prosimy o potwierdzenie | potwierdzenie obecności | liczba miejsc ograniczona | zarezerwuj termin |
    zarezerwuj miejsce
    приглашение | приглашения | зарегистрируйтесь | регистрация | зарегистрироваться | подтвердите участие |
    подтвердите присутствие | просим подтвердить | количество мест ограничено | сохраните дату |
    забронируйте место
    davet | davetiye | davetiyesi | davetiyeniz | lcv | kayıt ol | kayıt olun | kaydolun | kaydınızı |
    katılımınızı | katılım | yer ayırt* | kontenjan sınırlı* | tarihi kaydedin
    招待状 | 招待 | 参加登録 | 参加申し込み | 参加申込 | お申し込み | お申込み | 出欠 | ご出席 | ご参加 | 定員 |
    参加費
    邀请函 | 邀请 | 邀請函 | 邀請 | 报名 | 報名 | 注册参加 | 请回复是否参加 | 立即注册 | 席位有限 | 名额有限 |
    出席 | 期待您的光临
    초대장 | 초대 | 참석 여부 | 참가 신청 | 등록하기 | 사전 등록 | 신청하기 | 참가비 | 선착순 | 자리가 한정
    """
)

EVENT: Final = phrases_in(
    """
    poker night | game night | movie night | quiz night | barbecue | bbq | picnic | brunch | dinner party |
    birthday party | reunion | grillabend | spieleabend | geburtstagsfeier | klassentreffen | opening reception
    housewarming party | tag der offenen tür | open house day | book club | fundraising dinner | farewell party |
    leaving drinks | survey | portes ouvertes | jornada de puertas abiertas | porte aperte | portas abertas |
    drzwi otwarte | dni otwarte | день открытых дверей | açık kapı | 公開日 | 开放日 | 오픈 하우스
    breakfast | luncheon | annual dinner | gala dinner | awards dinner | breakfast club | open day | town hall |
    career fair | job fair | training class | class | meet and greet | orientation | brown bag
    event | webinar | webinars | web seminar | web seminars | webcast | seminar | seminars | conference |
    reception | luncheon | breakfast meeting | open house | happy hour | summit | workshop | gala | banquet
    networking | networking event | keynote | speaker | speakers | panel discussion | meetup | fundraiser |
    fund raiser | grand opening | book signing | housewarming | bridal shower | baby shower | potluck |
    celebration | party | breakfast series | analyst call | conference call
    veranstaltung | empfang | messe | vortrag | sommerfest | weihnachtsfeier | webseminar | fachtagung | tagung |
    konferenz | feier | stammtisch | hausmesse | vernissage | richtfest
    événement | séminaire | conférence | soirée | réception | atelier | webinaire | journée portes ouvertes |
    cocktail | colloque | vernissage
    evento | seminario | conferencia | recepción | taller | jornada | jornadas | fiesta | congreso | inauguración |
    encuentro
    convegno | conferenza | ricevimento | inaugurazione | festa | incontro | giornata di studi | aperitivo
    seminário | conferência | oficina | palestra | recepção | congresso | encontro | coquetel | inauguração
    evenement | bijeenkomst | congres | receptie | borrel | lezing | conferentie | feest | open dag | netwerkborrel
    wydarzenie | seminarium | konferencja | konferencję | spotkanie | warsztaty | impreza | przyjęcie |
    uroczystość | szkolenie | targi
    мероприятие | мероприятии | семинар | вебинар | конференция | конференции | конференцию | приём | мастер класс |
    вечеринка | вечеринку | праздник | форум | встреча | выставка | выставку
    etkinlik | etkinliğ* | seminer | konferans | çalıştay | resepsiyon | davet yemeği | kokteyl | açılış |
    toplantı | parti | webinar*
    セミナー | イベント | ウェビナー | 懇親会 | 説明会 | 講演会 | 勉強会 | 交流会 | 展示会 | パーティー | 新年会 |
    忘年会
    活动 | 研讨会 | 讲座 | 会议 | 論壇 | 论坛 | 峰会 | 酒会 | 沙龙 | 活動 | 研討會 | 講座 | 發布會 | 发布会 | 展会 |
    晚宴
    행사 | 세미나 | 웨비나 | 컨퍼런스 | 콘퍼런스 | 강연회 | 간담회 | 모임 | 설명회 | 포럼 | 전시회 | 워크숍 | 파티
    """
)

PLACE: Final = phrases_in(
    """
    date | time | day | rsvp | topic | cost | contact | datum | zeit | adresse | date et heure | adresse |
    dirección | indirizzo | endereço | adres | data | адрес | adres
    when | where | location | venue | place | agenda | dress code | directions | parking
    wann | wo | ort | veranstaltungsort | beginn | uhrzeit | programm | einlass | où | quand | lieu | heure |
    programme | horaire
    cuándo | dónde | lugar | hora | fecha | quando | dove | luogo | ora | orario | programma | onde | local |
    horário | waar | wanneer | locatie | tijd | aanvang
    gdzie | kiedy | miejsce | godzina | termin | где | когда | место | место проведения | время | начало | nerede |
    yer | saat | tarih
    日時 | 場所 | 会場 | 开课 | 时间 | 地点 | 時間 | 地點 | 일시 | 장소 | 일정
    """
)

NETWORK: Final = phrases_in(
    """
    would like to connect | want to connect | invites you to connect | to be your friend | add you as a contact |
    expanding my network | growing my network | grow my network |
    vernetzen | kontakt hinzufügen | als kontakt bestätigen | mise en relation | entrer en relation |
    entrer en contact avec vous | rejoindre votre réseau | rejoindre ton réseau | faire partie de votre réseau |
    conectar contigo | conectar con usted | formar parte de tu red | parte de su red | añadirte a su red |
    collegarsi con | collegarsi a | entrare a far parte della tua rete | entrare nella tua rete |
    conectar se com você |
    adicionar você | fazer parte da sua rede | sua rede | in contact komen | met je verbinden | contact toevoegen |
    do kontaktów | do znajomych | do grona znajomych | do sieci | в контакты | в контакты добавить | в список друзей |
    стать вашим другом | bağlantı isteği | arkadaşlık isteği | ağına eklemek | arkadaş olmak |
    つながりたい | 友だち申請 | つながり申請 | 添加您为 | 添加你为 | 加您为 | 加你为 | 成为好友 | 想加你 | 연결 요청 |
    연결되고 싶 | 일촌 | 친구가 되고 싶 | 친구 추가
    love you to become a member | like you to become a member | want you to join | you to join | sign up here |
    create your account | create a free account | get the app | install the app
    my network | my professional network | your network | professional network | add you as a friend |
    add you to my | add me as a friend | wants to connect | want to connect with you | connect with me |
    requested to add you
    like to connect with you | wants to stay in touch | wants to be friends | friend request |
    sent you a friend request | connection request | wants to chat | waiting for you to | is waiting for your |
    join my group | join our group | join the group | join my circle | join our community
    wants you to join | wants to share ... with you | has shared ... with you and invited | see my profile |
    view my profile | i set up a profile | created a profile | confirm that you know | are you my friend |
    be my friend | add as friend | become a member | join now | join today | get started now | sign up to see |
    join the workspace | join the team | join your team | join the conversation | join your coworker* |
    join the chat | join me here
    your friend ... thinks | check out my photos | start using | invited you to collaborate | invited you to join |
    invited to join | invite to join | invitation to connect | accept request | confirm friend |
    download the app and | invite code | referral link | use my code | use my link | follow me on
    mein netzwerk | meinem netzwerk | zu meinem netzwerk | als freund hinzu* | als kontakt hinzu* |
    freundschaftsanfrage | kontaktanfrage | möchte sich ... vernetzen | möchte sich mit ihnen |
    möchte sich mit dir | mit dir befreundet | meiner gruppe | unserer gruppe bei* | werde mitglied |
    jetzt beitreten | beitreten | konto erstellen und
    mon réseau | réseau professionnel | demande d ajout | t ajouter à | vous ajouter à | ajouter à mes |
    demande de contact | rejoindre mon | rejoindre le groupe | rejoignez mon | rejoignez moi | rejoignez le groupe |
    souhaite vous ajouter | rejoins moi | rejoindre l équipe
    mi red | red profesional | agregarte a | añadirte a | agregar como amig* | solicitud de amistad |
    solicitud de contacto | quiere conectar | quiere ser tu amig* | únete a | únete al | unirse al grupo |
    unirte al | unirme contigo | únase a
    mia rete | rete professionale | aggiungerti alla | aggiungerti ai | richiesta di amicizia |
    richiesta di collegamento | vuole entrare in contatto | unisciti al | unisciti alla | entra nel gruppo |
    iscriviti al gruppo
    minha rede | rede profissional | adicionar você | adicioná lo | solicitação de amizade | pedido de amizade |
    quer se conectar | quer ser seu amigo | participe do grupo | entre no grupo | junte se ao | entrar no grupo
    mijn netwerk | professionele netwerk | professioneel netwerk | wil je toevoegen | wil u toevoegen |
    vriendschapsverzoek | vriendenverzoek | connectieverzoek | word lid van | lid worden van | sluit je aan
    mojej sieci | sieć kontaktów | sieci kontaktów | dodać cię do | zaproszenie do znajomych |
    zaproszenie do grona | chce nawiązać kontakt | dołącz do grupy | dołącz do | dołączyć do | zostań członkiem
    мою сеть | мою профессиональную сеть | сеть контактов | добавить вас в | добавить тебя в | в друзья |
    запрос на добавление | хочет добавить | вступить в группу | вступайте в | вступи в | присоединиться к |
    присоединяйся
    ağıma | profesyonel ağım* | arkadaş olarak ekle* | arkadaşlık isteği | bağlantı kurmak | sizinle bağlantı |
    gruba katıl* | grubuma | grubumuza | aramıza katıl* | katılmaya davet | üye ol*
    つながり | 友達リクエスト | 友だち追加 | 友達になりたい | ネットワークに追加 | グループに参加 | 友達申請 |
    会員登録 | チームに参加
    加为好友 | 好友请求 | 人脉 | 建立联系 | 加入群组 | 加入我的 | 加入团队 | 加為好友 | 好友邀請 | 交友邀請 |
    加入群組 | 加入小组 | 一起使用
    친구 요청 | 친구 신청 | 인맥 | 1촌 | 그룹에 가입 | 그룹에 초대 | 친구로 추가 | 네트워크에 추가 | 가입하기 |
    팀에 참여 | 연결하고 싶
    """
)

DRAFT: Final = phrases_in(
    """
    draft | drafts | entwurf | brouillon | borrador | bozza | rascunho | minuta | szkic | черновик | taslak | 草案 |
    草稿 |
    下書き | 초안
    """
)
