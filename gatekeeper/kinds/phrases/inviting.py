"""Phrases that invite, and what goes with an invitation.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

INVITES: Final = phrases_in(
    """
    we are hosting | i am hosting | i m hosting | we re hosting | wir sie herzlich ein* | wir euch herzlich ein* |
    laden alle ... ein | vous convi* | vous convier | est convié* | êtes convié* | invitarle | invitarles |
    invitaros | invitarlo | invitarla | quedan invitados | queda invitado | lieta di invitar* |
    ha il piacere di invitar* | convidá lo* | convidá la* | convidar lo* | convidamos v* | nodigen wij | nodigen we |
    nodig ik | nodig* ... uit | zaprosić ... na | zaprosić państwa | mamy przyjemność | приглашаем |
    имеем удовольствие пригласить | katılımınızı rica | sizi aramızda | teşriflerinizi | davetimize | ご出席ください |
    ご出席賜り | ご参集 | ご来場ください | ご来臨 | 莅临 | 蒞臨 | 恭请 | 恭請 | 兹定于 | 茲定於 | 拨冗出席 |
    撥冗出席 | 초청합니다 | 초청드립니다 | 참석을 부탁 | 자리를 빛내 | warmly invited | are warmly invited |
    are cordially invited | you are cordially | wir laden euch | wir laden sie | wir laden dich | ich lade euch |
    ich lade dich | ich lade sie | laden euch und | laden sie und | ob ihr kommt | sagt bescheid ob |
    let me know who s in | who s in and | join in live | join us live | join the live | cannot afford to miss |
    can t afford to miss | you won t want to miss | would like to welcome you to | welcome you to his |
    welcome you to her | welcome you to our new | we would be delighted if you | hope you can attend |
    hope you can come | hope you can make it | hope to see you at | mark your calendars for | save your seat |
    save your spot | claim your spot | ihre teilnahme würde uns | über ihr kommen freuen |
    über ihre teilnahme freuen | würden uns freuen sie ... zu begrüßen | seien sie dabei | sei dabei |
    jetzt platz sichern | nous serions ravis de vous | nous serions heureux de vous | nos complace invitar* |
    tenemos el gusto de invitar* | siamo lieti di invitarla | temos o prazer de convidá* | wij nodigen | we nodigen |
    wil je erbij zijn | mamy zaszczyt zaprosić | имеем честь пригласить | katılımınızı bekliyoruz | ぜひご参加 |
    お越しください | 敬请参加 | 诚挚邀请 | 欢迎您参加 | 참석 부탁 | 참여해 주세요 | come over for |
    would love you to | would love for you to | would love to see you | hope to welcome you | take the survey |
    take our survey | take part in our | participate in our survey | complete our survey | selected to take part |
    invited to participate | kommt vorbei | kommen sie vorbei | wir freuen uns auf euch | wir freuen uns auf sie |
    freuen uns auf ihr kommen | nehmen sie an unserer umfrage | an unserer umfrage | zur umfrage |
    teilnahme an einer umfrage | venez nombreux | nous serons heureux de vous accueillir | répondre à notre enquête |
    participez à notre enquête | participer à notre enquête | participe en nuestra encuesta |
    participa en nuestra encuesta | partecipa al sondaggio | partecipa al nostro sondaggio | esperamos você |
    contamos com sua presença | participe da nossa pesquisa | responda à pesquisa | kom langs | we hopen u te zien |
    we hopen je te zien | doe mee aan ons onderzoek | vul de enquête in | serdecznie zapraszamy | weź udział w |
    wypełnij ankietę | будем рады видеть | примите участие | пройдите опрос | ankete katılın | anketimize katıl* |
    アンケートにご協力 | アンケートにお答え | 期待您的参与 | 参与调查 | 填写问卷 | 설문에 참여 | 설문조사에 참여 |
    많은 참여 바랍니다 | rsvp | r s v p | pls rsvp | please rsvp | u a w g | répondez s il vous plaît | lcv |
    please join | you are welcome to attend | hope you will join us | hope you can make it to | you are invited |
    you re invited | you have been invited | you ve been invited | has invited you | have invited you | invites you |
    invite you to | invited you to | inviting you to | would like to invite | like to invite you | cordially invite* |
    is inviting you | are pleased to invite | is pleased to invite | pleasure of inviting |
    pleased to announce ... invite | please join us | join us for | join us at | join us on | join us in |
    join us as we | join me on | join me at | come join us | come and join | request the pleasure of |
    honor of your presence | pleasure of your company | accept your invitation | accept the invitation |
    accept this invitation | accept invitation | view invitation | open invitation | your invitation to |
    this is an invitation to | an invitation to | i invite you | i want to invite you | i d like to invite |
    we invite you | we d like to invite | hope you can join us | hope you ll join us | extended an invitation |
    extend you an invitation | extend an invitation | sent you an invitation | is hosting the | will be hosting |
    will host a | lädt dich ... ein | lädt sie ... ein | laden sie ... ein | laden dich ... ein | laden euch ... ein |
    lade dich ... ein | lade sie ... ein | lade euch ... ein | laden wir sie | laden wir euch | laden wir dich |
    lade ich sie | lade ich euch | lade ich dich | sie einladen | dich einladen | euch einladen |
    hat dich eingeladen | hat sie eingeladen | hat dich ... eingeladen | hat sie ... eingeladen |
    sind sie eingeladen | sie sind ... eingeladen | du bist ... eingeladen | du wurdest ... eingeladen |
    sie wurden ... eingeladen | ihr seid ... eingeladen | herzlich eingeladen | herzliche einladung |
    einladung annehmen | einladung ansehen | einladung zu | einladung zum | einladung zur | ihre einladung |
    deine einladung | vous invite | vous invitons | vous a invité | vous a invitée | t a invité | t invite à |
    vous êtes invité* | êtes cordialement | tu es invité* | avez été invité* | as été invité* |
    accepter l invitation | voir l invitation | plaisir de vous inviter | vous inviter à | t inviter à |
    rejoignez nous | venez nous rejoindre | invitation à | te invita | te invitamos | le invita | le invitamos |
    les invitamos | os invitamos | te ha invitado | le ha invitado | te invito | le invito | los invito | les invito |
    has sido invitado | ha sido invitado | has sido invitada | estás invitado | está invitado | están invitados |
    aceptar invitación | aceptar la invitación | ver invitación | acompáñanos | acompáñenos | únete a nosotros |
    placer de invitar* | gusto de invitar* | queremos invitar* | invitarte a | invitarle a | invitación a |
    ti invita | la invita | vi invita | ti invito | la invito | vi invito | ti invitiamo | vi invitiamo |
    la invitiamo | ti ha invitato | l ha invitata | ti ha invitata | sei stato invitato | sei invitat* |
    siete invitati | è invitato | accetta l invito | accetta invito | invitarvi | invitarti | invito a |
    unisciti a noi | lieti di invitar* | convida você | convida o | convida a | convidamos | convidou você |
    convidou te | te convidou | convidá lo | convidar você | você foi convidado | foi convidado | foi convidada |
    está convidado | estão convidados | aceitar convite | aceitar o convite | ver convite | convite para |
    junte se a nós | temos o prazer de convidar | venho convidar | convido você | convido te | nodigt je uit |
    nodigt u uit | nodigt jou uit | nodigen je ... uit | nodigen u ... uit | nodigen jullie ... uit |
    nodig je ... uit | nodig u ... uit | nodig jullie ... uit | heeft je uitgenodigd | heeft u uitgenodigd |
    heeft je ... uitgenodigd | heeft u ... uitgenodigd | bent uitgenodigd | bent ... uitgenodigd |
    uitnodiging accepteren | accepteer de uitnodiging | uitnodiging bekijken | uitnodiging voor | uit te nodigen |
    van harte uitgenodigd | zaprasza cię | zaprasza ciebie | zaprasza do | zaprasza na | zapraszam | zapraszamy |
    zaprosił cię | zaprosiła cię | zaprosił* cię do | zostałeś zaproszony | zostałaś zaproszona |
    mamy przyjemność zaprosić | chcemy zaprosić | chciałbym zaprosić | chciałabym zaprosić | przyjmij zaproszenie |
    zaakceptuj zaproszenie | zaproszenie do | zaproszenie na | dołącz do nas | приглашаем вас | приглашаем тебя |
    приглашаю вас | приглашаю тебя | приглашает вас | приглашает тебя | пригласил вас | пригласил тебя |
    пригласила вас | пригласила тебя | пригласил* вас | вас пригласили | вы приглашены | тебя пригласил* |
    рады пригласить | хотим пригласить | хочу пригласить | хотел* бы пригласить | принять приглашение |
    приглашение в | приглашение на | присоединяйтесь | sizi davet | seni davet | davet ediyor* | davet etti |
    davet edildiniz | davet edildin | davetlisiniz | davetlisin | daveti kabul | davetiyeyi görüntüle |
    davet etmekten | aramızda görmek | bize katılın | davet ederiz | davet etmek ist* | ご招待 | 招待されました |
    招待しています | 招待します | 招待いたします | 招待が届いて | 招待を承認 | 招待を承諾 | 招待を受け |
    招待状をお送り | 参加しませんか | ご参加ください | ご参加をお待ち | ご来場をお待ち | お誘い | ご案内申し上げます |
    邀请您 | 邀请你 | 诚邀 | 敬请光临 | 敬邀 | 接受邀请 | 向您发出邀请 | 向你发出邀请 | 邀請您 | 邀請你 | 誠邀 |
    敬請光臨 | 接受邀請 | 欢迎参加 | 歡迎參加 | 加入我们 | 查看邀请 | 초대합니다 | 초대했습니다 | 초대하였습니다 |
    초대드립니다 | 초대받았습니다 | 초대되었습니다 | 초대하셨습니다 | 초대하고 싶 | 초대 수락 | 초대장이 도착 |
    초대를 수락 | 모시고자 | 참석해 주시 | 함께해 주세요 | 님의 초대 | you re warmly | is inviting |
    come and celebrate with | please be our guest | be our guest | you will be our guest | would be delighted to |
    we would love you | hope you can make | save the date | seid herzlich | seien sie herzlich | ihr seid alle |
    ich würde mich freuen wenn ihr | wir würden uns freuen wenn sie | wir möchten sie einladen |
    wir möchten euch einladen | ich möchte euch einladen | möchte dich einladen | eingeladen sind |
    soyez les bienvenus | vous êtes tous invités | vous êtes toutes et tous | nous aimerions vous inviter |
    j aimerais vous inviter | je vous invite | on vous invite | je t invite | avons l honneur de |
    nous vous convions | nous vous invitons | estáis invitados | estáis todos | están todos invitados |
    quedáis invitados | quiero invitaros | quiero invitarlos | nos gustaría invitar* | me gustaría invitar* |
    los invitamos | las invitamos | te invito a | les invito a | siete tutti invitati | siete tutti |
    vorrei invitarvi | vorremmo invitar* | mi piacerebbe invitar* | abbiamo il piacere di | saremo lieti |
    vi invito a | vi invitiamo a | estão todos convidados | vocês estão convidados | quero convidar |
    queremos convidar | gostaria de convidar | gostaríamos de convidar | convido todos | convidamos todos |
    convidamos a todos | convidamos toda | jullie zijn allemaal | jullie zijn uitgenodigd | ik wil jullie uitnodigen |
    wij willen u uitnodigen | graag nodig | graag nodigen | we nodigen jullie | hierbij nodig* | bij deze nodig* |
    wees welkom | jesteście zaproszeni | jesteś zaproszon* | wszyscy są zaproszeni | zapraszam wszystkich |
    zapraszamy wszystkich | zapraszam was | zapraszamy was | zapraszam serdecznie | chcę was zaprosić |
    chcemy was zaprosić | mam zaszczyt | приглашаю всех | приглашаем всех | всех приглаша* | приглашаем на |
    приглашаю на | приглашаем принять | хочу вас пригласить | хотим вас пригласить | имею честь |
    добро пожаловать на | ждем всех | ждём всех | hepiniz davetlisiniz | hepinizi bekli* | hepinizi davet |
    sizleri davet | sizi davet et* | herkesi bekli* | herkesi davet | davet etmek isteriz | davet etmek istiyor* |
    katılımınızdan | onurlandır* | ご招待申し上げ | ご参加いただけ | ご参加くださいますよう | ご出席くださいますよう |
    ご臨席 | お誘いします | お誘いいたし | 招待したい | ご来場くださ | お集まりくださ | 邀请大家 | 邀請大家 | 诚邀您 |
    誠邀您 | 诚挚邀 | 誠摯邀 | 敬请莅临 | 敬請蒞臨 | 特邀 | 盛情邀请 | 邀您 | 邀你 | 欢迎您来 | 歡迎您來 | 请大家来 |
    請大家來 | 여러분을 초대 | 초대하오니 | 초대하려 | 초청하오니 | 참석하시어 | 왕림 | 오셔서 자리 | 모십니다 |
    prazer de o convidar | prazer de a convidar | prazer de os convidar | prazer de vos convidar |
    honra de o convidar | honra de a convidar | gosto de o convidar | gosto de a convidar | saremmo lieti di aver* |
    saremmo lieti di accoglier* | saremmo lieti di ospitar* | saremmo lieti di vederv* | saremmo lieti della |
    saremmo lieti se | great pleasure to welcome | pleasure to welcome you | delighted to welcome you |
    würden uns freuen sie zu begrüßen | heißen sie herzlich willkommen am | serait heureux de vous accueillir |
    serions heureux de vous accueillir | estaremos encantados de recibir | saremo lieti di accoglier* |
    teremos gosto em receber | heten u graag welkom | będzie nam miło gościć | будем рады видеть вас |
    sizi aramızda görmek
    """
)

INVITATION: Final = phrases_in(
    """
    call for papers | call for participation | call for proposals | call for abstracts | call for presentations |
    call for speakers | appel à communications | appel à contributions | aufruf zur einreichung |
    convocatoria de ponencias | chamada de trabalhos | guest list | gästeliste | doors open at | like your opinion |
    your opinion matters | your opinion counts | tell us what you think | share your feedback | rate your experience |
    how did we do | at my place | at our place | ihre meinung | votre avis | su opinión | la sua opinione |
    sua opinião | uw mening | twoja opinia | ваше мнение | sign up until | sign up for | sign up by |
    confirm your attendance | confirm attendance | let us know if you can attend | looking forward to seeing you |
    respond to this invitation | view the web session | space is filling | don t forget | register for | to attend |
    hereby invite* | attend the | invitation | invitations | invite | invites | invited | save the date |
    mark your calendar* | registration | register now | register today | register online | register here |
    register by | to register | click to register | reserve your seat | reserve your place | reserve your spot |
    sign up now | seating is limited | space is limited | please respond by | deadline for reservations |
    make your reservation* | if you would like to attend | plan to attend | encourage you to attend |
    will you be able to attend | don t miss this webcast | hope you will attend | hope to see you there |
    look forward to seeing you there | we hope you can attend | you can attend | admission is free | free admission |
    tickets available | are you going | can you make it | reminder for | einladung | einladungen |
    um antwort wird gebeten | u a w g | wir bitten um anmeldung | jetzt anmelden | anmeldung bis | termin vormerken |
    bitte anmelden | melden sie sich ... an | zusage bis | zusagen | um rückmeldung bis | répondez s il vous plaît |
    inscrivez vous | inscription | inscriptions | réservez votre place | réservez la date |
    merci de confirmer votre présence | confirmer votre présence | places limitées | invitación | invitaciones |
    confirme su asistencia | confirma tu asistencia | se ruega confirmación | inscríbete | inscríbase | inscripción |
    regístrate | regístrese | reserva la fecha | reserve la fecha | plazas limitadas | cupo limitado | invito |
    inviti | iscriviti | iscrivetevi | iscrizione | iscrizioni | conferma la tua presenza | confermare la presenza |
    gradita conferma | posti limitati | prenota il tuo posto | salva la data | registrati ora | convite | convites |
    inscreva se | inscrições | inscrição | confirme sua presença | confirme a sua presença | confirmar presença |
    vagas limitadas | reserve a data | garanta sua vaga | uitnodiging | uitnodigingen | meld je aan | meld u aan |
    aanmelden voor | schrijf je in | schrijf u in | reserveer de datum | laat weten of je komt | laat ons weten of u |
    plaatsen zijn beperkt | graag aanmelden | zaproszenie | zaproszenia | zarejestruj się | rejestracja |
    zapisz się na | potwierdź udział | prosimy o potwierdzenie | potwierdzenie obecności | liczba miejsc ograniczona |
    zarezerwuj termin | zarezerwuj miejsce | приглашение | приглашения | зарегистрируйтесь | регистрация |
    зарегистрироваться | подтвердите участие | подтвердите присутствие | просим подтвердить |
    количество мест ограничено | сохраните дату | забронируйте место | davet | davetiye | davetiyesi | davetiyeniz |
    lcv | kayıt ol | kayıt olun | kaydolun | kaydınızı | katılımınızı | katılım | yer ayırt* | kontenjan sınırlı* |
    tarihi kaydedin | 招待状 | 招待 | 参加登録 | 参加申し込み | 参加申込 | お申し込み | お申込み | 出欠 | ご出席 |
    ご参加 | 定員 | 参加費 | 邀请函 | 邀请 | 邀請函 | 邀請 | 报名 | 報名 | 注册参加 | 请回复是否参加 | 立即注册 |
    席位有限 | 名额有限 | 出席 | 期待您的光临 | 초대장 | 초대 | 참석 여부 | 참가 신청 | 등록하기 | 사전 등록 |
    신청하기 | 참가비 | 선착순 | 자리가 한정
    """
)

COURTESY: Final = phrases_in(
    """
    join us in congratulat* | join me in congratulat* | join us in welcom* | join me in welcom* | join us in thank* |
    join me in thank* | join us in wish* | join me in wish* | join us in extending | join me in extending |
    join us in support* | join me in support* | join us in recogni* | join me in recogni*
    """
)

THANKS: Final = phrases_in(
    """
    thank you for the invitation | thanks for the invitation | thank you for your invitation |
    thanks for your invitation | thanks for the invite | thank you for the invite | thank you for inviting |
    thanks for inviting | thanks for having | received your invitation | got your invitation | got the invite |
    accept your kind invitation | decline the invitation | guest list | invite list | list of invitations |
    invitations are printed | send out the invitations | was lovely | danke für die einladung |
    dank für die einladung | danke für deine einladung | danke für eure einladung | danke für ihre einladung |
    dank für ihre einladung | einladungskarten | gästeliste | einladungsliste | merci pour l invitation |
    merci de l invitation | merci pour ton invitation | merci pour votre invitation | merci de ton invitation |
    liste des invités | faire part | gracias por la invitación | gracias por invitar* | gracias por tu invitación |
    lista de invitados | recibí la invitación | he recibido la invitación | grazie per l invito | grazie dell invito |
    grazie per il tuo invito | grazie di averci | lista degli invitati | ho ricevuto l invito |
    obrigad* pelo convite | recebi o convite | recebi hoje o convite | lista de convidados |
    bedankt voor de uitnodiging | dank voor de uitnodiging | bedankt voor je uitnodiging |
    dank je voor de uitnodiging | gastenlijst | uitnodigingskaart* | dziękuję za zaproszenie |
    dziękujemy za zaproszenie | dzięki za zaproszenie | lista gości | спасибо за приглашение |
    благодарю за приглашение | список гостей | davetiniz için teşekkür | davet için teşekkür | davetin için |
    davetli listesi | ご招待ありがとう | 招待ありがとう | お招きありがとう | お誘いありがとう | お招きいただき |
    谢谢邀请 | 謝謝邀請 | 感谢邀请 | 感謝邀請 | 谢谢你的邀请 | 謝謝你的邀請 | 谢谢您的邀请 | 感谢您的邀请 |
    초대 감사 | 초대해 줘서 | 초대해 주셔서 | 초대해주셔서 | sent you the invite | sent you an invite |
    the invitations | proof of the | rsvp date | wedding invitations | the invite went | invite in spam |
    habe dir die einladung | hab dir die einladung | die einladungen | einladungen sind | t ai envoyé l invitation |
    les invitations | les faire part | te mandé la invitación | te he mandado la invitación | las invitaciones |
    ti ho mandato l invito | gli inviti | l invito a tua | te mandei o convite | mandei o convite | os convites |
    te enviei o convite | de uitnodigingen | uitnodigingen zijn | zaproszenia są | zaproszenia odebrałam |
    wysłałem ci zaproszenie | wysłałam ci zaproszenie | приглашения готовы | приглашения напечат* |
    отправил* тебе приглашение | davetiyeler | sana davet gönderdim | 招待状、 | 招待状が刷 | 请帖 | 請帖 | 喜帖 |
    청첩장 | 초대장 문구 | told to rsvp | asked to rsvp | i will attend | i will be attending | unable to attend |
    can t make it to your | i ll come to your | sorry i can t come | we ll be there with | ich komme gern* |
    leider kann ich nicht kommen | wir kommen gern* | muss leider absagen | je viendrai avec |
    je ne pourrai pas venir | malheureusement je ne peux pas | iré con gusto | no podré ir | no voy a poder ir |
    verrò volentieri | non potrò venire | purtroppo non posso | vou sim | não poderei ir | infelizmente não posso |
    ik kom graag | ik kan helaas niet | chętnie przyjdę | niestety nie mogę | nie będę mógł | nie będę mogła |
    с удовольствием приду | не смогу прийти | не смогу приехать | seve seve gelirim | gelemeyeceğim | 喜んで伺い |
    喜んで出席 | 欠席させて | 我一定去 | 我去不了 | 不能去了 | 꼭 갈게 | 못 갈 것 같
    """
)
"""Answers an invitation, or speaks of one that somebody makes."""

DRAFT: Final = phrases_in(
    """
    draft | drafts | entwurf | brouillon | borrador | bozza | rascunho | minuta | szkic | черновик | taslak | 草案 |
    草稿 | 下書き | 초안
    """
)
