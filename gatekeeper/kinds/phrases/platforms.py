"""Phrases of networks: connect, add as a friend, join on a platform.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Turkish, Japanese, Chinese and
Korean, in this order within each topic, which may begin anew. Written from how such mail speaks, not taken from any
collection.
"""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.wording import phrases_in

NETWORK: Final = phrases_in(
    """
    would like to connect | want to connect | invites you to connect | to be your friend | add you as a contact |
    expanding my network | growing my network | grow my network | vernetzen | kontakt hinzufügen |
    als kontakt bestätigen | mise en relation | entrer en relation | entrer en contact avec vous |
    rejoindre votre réseau | rejoindre ton réseau | faire partie de votre réseau | conectar contigo |
    conectar con usted | formar parte de tu red | parte de su red | añadirte a su red | collegarsi con |
    collegarsi a | entrare a far parte della tua rete | entrare nella tua rete | conectar se com você |
    adicionar você | fazer parte da sua rede | sua rede | in contact komen | met je verbinden | contact toevoegen |
    do kontaktów | do znajomych | do grona znajomych | do sieci | в контакты | в контакты добавить | в список друзей |
    стать вашим другом | bağlantı isteği | arkadaşlık isteği | ağına eklemek | arkadaş olmak | つながりたい |
    友だち申請 | つながり申請 | 添加您为 | 添加你为 | 加您为 | 加你为 | 成为好友 | 想加你 | 연결 요청 | 연결되고 싶 |
    일촌 | 친구가 되고 싶 | 친구 추가 | love you to become a member | like you to become a member | want you to join |
    you to join | sign up here | create your account | create a free account | get the app | install the app |
    my network | my professional network | your network | professional network | add you as a friend | add you to my |
    add me as a friend | wants to connect | want to connect with you | connect with me | requested to add you |
    like to connect with you | wants to stay in touch | wants to be friends | friend request |
    sent you a friend request | connection request | wants to chat | waiting for you to | is waiting for your |
    join my group | join our group | join the group | join my circle | join our community | wants you to join |
    wants to share ... with you | has shared ... with you and invited | see my profile | view my profile |
    i set up a profile | created a profile | confirm that you know | are you my friend | be my friend |
    add as friend | become a member | join now | join today | get started now | sign up to see | join the workspace |
    join the team | join your team | join the conversation | join your coworker* | join the chat | join me here |
    your friend ... thinks | check out my photos | start using | invited you to collaborate | invited you to join |
    invited to join | invite to join | invitation to connect | accept request | confirm friend |
    download the app and | invite code | referral link | use my code | use my link | follow me on | mein netzwerk |
    meinem netzwerk | zu meinem netzwerk | als freund hinzu* | als kontakt hinzu* | freundschaftsanfrage |
    kontaktanfrage | möchte sich ... vernetzen | möchte sich mit ihnen | möchte sich mit dir | mit dir befreundet |
    meiner gruppe | unserer gruppe bei* | werde mitglied | jetzt beitreten | beitreten | konto erstellen und |
    mon réseau | réseau professionnel | demande d ajout | t ajouter à | vous ajouter à | ajouter à mes |
    demande de contact | rejoindre mon | rejoindre le groupe | rejoignez mon | rejoignez moi | rejoignez le groupe |
    souhaite vous ajouter | rejoins moi | rejoindre l équipe | mi red | red profesional | agregarte a | añadirte a |
    agregar como amig* | solicitud de amistad | solicitud de contacto | quiere conectar | quiere ser tu amig* |
    únete a | únete al | unirse al grupo | unirte al | unirme contigo | únase a | mia rete | rete professionale |
    aggiungerti alla | aggiungerti ai | richiesta di amicizia | richiesta di collegamento |
    vuole entrare in contatto | unisciti al | unisciti alla | entra nel gruppo | iscriviti al gruppo | minha rede |
    rede profissional | adicioná lo | solicitação de amizade | pedido de amizade | quer se conectar |
    quer ser seu amigo | participe do grupo | entre no grupo | junte se ao | entrar no grupo | mijn netwerk |
    professionele netwerk | professioneel netwerk | wil je toevoegen | wil u toevoegen | vriendschapsverzoek |
    vriendenverzoek | connectieverzoek | word lid van | lid worden van | sluit je aan | mojej sieci | sieć kontaktów |
    sieci kontaktów | dodać cię do | zaproszenie do znajomych | zaproszenie do grona | chce nawiązać kontakt |
    dołącz do grupy | dołącz do | dołączyć do | zostań członkiem | мою сеть | мою профессиональную сеть |
    сеть контактов | добавить вас в | добавить тебя в | в друзья | запрос на добавление | хочет добавить |
    вступить в группу | вступайте в | вступи в | присоединиться к | присоединяйся | ağıma | profesyonel ağım* |
    arkadaş olarak ekle* | bağlantı kurmak | sizinle bağlantı | gruba katıl* | grubuma | grubumuza | aramıza katıl* |
    katılmaya davet | üye ol* | つながり | 友達リクエスト | 友だち追加 | 友達になりたい | ネットワークに追加 |
    グループに参加 | 友達申請 | チームに参加 | 加为好友 | 好友请求 | 建立联系 | 加入群组 | 加入我的 | 加入团队 |
    加為好友 | 好友邀請 | 交友邀請 | 加入群組 | 加入小组 | 一起使用 | 친구 요청 | 친구 신청 | 인맥 | 1촌 |
    그룹에 가입 | 그룹에 초대 | 친구로 추가 | 네트워크에 추가 | 가입하기 | 팀에 참여 | 연결하고 싶 |
    added you as a friend | added you as a contact | added you to his | added you to her | added you to their |
    wants to be your friend | wants to follow you | wants you in | people you may know | knows you from |
    says you know | looking for you on | find me on | add me on | add me so | follow my page | my new profile |
    my profile on | made a profile | made a page | i m on ... now | i moved to | i ve moved to | one of us |
    möchte dich ... hinzufügen | möchte sie ... hinzufügen | möchte dein freund | möchte deine freundin |
    hat dich hinzugefügt | hat dich ... hinzugefügt | sucht dich | kennst du | folge mir | füg mich hinzu |
    fügt mich hinzu | mein neues profil | ich bin jetzt bei | ich bin jetzt auf | mitglied werden |
    mitglied zu werden | werde teil | werden sie mitglied | souhaite t ajouter | souhaite faire partie |
    veut être ton ami* | veut être votre ami* | t a ajouté* | vous a ajouté* | t a identifié* | te cherche |
    suis moi | suivez moi | ajoute moi | ajoutez moi | mon nouveau profil | suivre la page | abonnez vous à ma |
    devenir membre | devenez membre | devenez adhérent* | adhérez | quiere añadirte | quiere agregarte |
    quiere ser tu | te ha añadido | te ha agregado | te agregó | te añadió | te ha etiquetado | te etiquetó |
    te está buscando | sígueme | agrégame | agréguenme | mi nuevo perfil | formar parte | hazte socio |
    hazte miembro | háganse socios | hacerte socio | ti ha aggiunt* | ti ha indicat* | ti sta cercando |
    vuole aggiungerti | desidera aggiungerti | vuole essere tuo amico | vuole condividere | tra i suoi amici |
    ai suoi amici | ai suoi contatti | aggiungimi | aggiungetemi | seguimi | seguitemi | mio nuovo profilo |
    diventa socio | diventa membro | diventare soci* | entra a far parte | quer adicionar | quer te adicionar |
    te adicionou | adicionou você | te marcou | marcou você | está procurando você | quer ser sua | quer ser seu |
    me adiciona* | me adicionem | me siga* | me segue | meu novo perfil | torne se membro | torne se sócio |
    seja sócio | faça parte | fazer parte | heeft je toegevoegd | heeft je getagd | wil vrienden | wil je vriend |
    zoekt je | volg me | volg mij | voeg me toe | voeg mij toe | mijn nieuwe profiel | lid worden | word lid |
    word donateur | chce dodać cię | chce cię dodać | dodał cię | dodała cię | oznaczył* cię | szuka cię |
    chce zostać twoim | dodaj mnie | obserwuj mnie | mój nowy profil | zostań członk* | do swoich znajomych |
    do swojej sieci | do swoich kontaktów | хочет добавить вас | добавил вас | добавила вас | добавил тебя |
    добавила тебя | отметил* вас | отметил* тебя | ищет вас | хочет дружить | в свой круг | в свои контакты |
    добавляйтесь | добавь меня | добавьте меня | подписывайтесь | подпишитесь на | моя новая страница | стать членом |
    станьте частью | указал* что знаком* | seni ekle* | sizi ekle* | seni arkadaş | sizi arkadaş | seni etiketle* |
    sizi etiketle* | seni arıyor | çevresine ekle* | beni ekle* | beni takip | takip et* | yeni profilim |
    üyemiz ol* | ağına ekle* | 友達に追加 | 友だちに追加 | フォローして | つながりませんか | 友達になり | 繋がり |
    会員になり | メンバーになり | 入会しませんか | あなたを追加 | タグ付け | 想添加您 | 想添加你 | 想加您 | 请求添加 |
    請求添加 | 已将您添加 | 标记了你 | 标记了您 | 关注我 | 關注我 | 加我好友 | 成为会员 | 成為會員 | 成为我们的一员 |
    成為我們的一員 | 好友申请 | 好友申請 | 添加我 | 친구를 신청 | 친구로 등록 | 맺기를 | 이웃을 신청 | 서로이웃 |
    팔로우 | 회원이 되 | 회원으로 | 태그했 | 추가했습니다 | 추가하고 싶 | thinks you d like | thinks you should |
    thinks you might like | recommends you | reckons you | collaborate on | invited as | wants to share |
    shared a board | co author with | wants to play | challenged you | meint das | findet du | glaubt dass dir |
    empfiehlt dir | mit dir zusammenarbeiten | hat ein board | hat dich herausgefordert | mitarbeit an |
    pense que tu | pense que vous | te recommande | vous recommande | collaborer sur | a partagé un tableau |
    te défie | cree que te | piensa que te | te recomienda | le recomienda | colaborar en | ha compartido un tablero |
    te reta | te ha retado | pensa che ti | ti consiglia | ti suggerisce | collaborare a | ha condiviso una bacheca |
    ti sfida | ti ha sfidato | acha que você | recomendou você | te recomenda | colaborar em |
    compartilhou um quadro | te desafiou | denkt dat je | raadt je | samenwerken aan | heeft een bord | daagt je uit |
    uważa że | poleca ci | współtworz* | współprac* nad | udostępnił* ci | rzucił* ci wyzwanie | otwórz zaproszenie |
    думает что вам | рекомендует вам | советует вам | совместн* работ* над | поделил* доской | бросил* вам вызов |
    открыть приглашение | beğeneceğini | sana öneriyor | birlikte düzenle* | pano paylaştı | meydan okudu |
    おすすめしています | 共同編集 | ボードを共有 | 挑戦状 | 推荐给你 | 推薦給你 | 推荐您 | 共同编辑 | 共同編輯 |
    分享了看板 | 向你发起挑战 | 추천했 | 추천합니다 | 공동 편집 | 보드를 공유 | 불렀어요 | 도전장 | join free |
    join for free | your contacts are | of your contacts | at the request of | find me at | you can find me |
    waiting for your reply | know each other | findet mich | findest mich | ladet euch | lad dir |
    kostenlos beitreten | deiner kontakte | auf wunsch von | ich kenne | vous attend sur | t attend sur |
    compter parmi | parmi ses amis | parmi vos amis | inscription gratuite | de vos contacts | à la demande de |
    vous me trouverez | tu me trouveras | je connais | te espera en | te está esperando | contarte entre |
    entre sus amigos | regístrate gratis | de tus contactos | a petición de | me encontráis | me encuentras |
    conozco a | sí conozco | ti aspetta su | ti sta aspettando | tra i tuoi contatti | dei tuoi contatti |
    iscriviti gratis | su richiesta di | mi trovi su | mi trovate su | sì conosco | te espera no | está te esperando |
    está esperando você | entre seus amigos | cadastre se grátis | dos seus contatos | a pedido de | me encontra no |
    conheço | wacht op je | wacht op jou | gratis lid | van je contacten | op verzoek van | je vindt me |
    jullie vinden me | ja ik ken | czeka na ciebie | czeka na twoj* | dołącz za darmo | twoich kontaktów |
    twoich znajomych | na prośbę | znajdziesz mnie | znajdziecie mnie | tak znam | ждет вас | ждёт вас | ждет тебя |
    ждёт тебя | ждет вашего | ждёт вашего | ваших контактов | ваших друзей | по просьбе | найдете меня |
    найдёте меня | ищите меня | да знаю | seni bekliyor | sizi bekliyor | kişilerinden | arkadaşların da |
    isteği üzerine | beni bul* | ücretsiz katıl | evet tanıyorum | さんが待っています | あなたを待って | 無料で参加 |
    あなたの連絡先 | で見つけて | さんを知って | 正在等你 | 在等你 | 在等您 | 免费加入 | 免費加入 | 您的联系人 |
    你的联系人 | 找到我 | 我认识 | 我認識 | 기다리고 있어요 | 기다리고 있습니다 | 무료로 가입 | 연락처에 있는 |
    요청으로 | 찾아줘 | 네 알아요 | 아는 사이 | sent you a connect request | connect request | add me there |
    加入人脉 | 人脉邀请 | 扩展人脉 | 我的人脉
    """
)

WANTING: Final = phrases_in(
    """
    wants | would like | added | adds | asks | asked | requests | confirm | is waiting | has invited | just joined |
    joined | möchte* | will dich | will sie | hat dich | hat sie | bestätig* | wartet | hat sich ... angemeldet |
    souhaite | veut | aimerait | voudrait | vient de s inscrire | confirmez | attend | a rejoint | quiere | desea |
    quisiera | ha solicitado | solicita | espera | se ha unido | confirma | vuole | desidera | vorrebbe | ha chiesto |
    chiede | aspetta | si è iscritt* | conferma | quer | deseja | gostaria | pediu | solicitou | entrou | confirme |
    wil | wilt | zou graag | vraagt | heeft gevraagd | wacht | is lid geworden | bevestig | chce | chciał* | prosi |
    poprosił* | czeka | dołączył* | potwierdź | хочет | желает | просит | отправил* | ждет | ждёт | присоединил* |
    подтверд* | istiyor | ister | rica ed* | bekliyor | katıldı | onayla* | gönderdi | 希望して | 申請 | 待って |
    登録しました | 参加しました | 承認 | リクエスト | 想 | 希望 | 请求 | 請求 | 申请 | 等待 | 已加入 | 确认 | 確認 |
    싶어 | 원합니다 | 신청 | 요청 | 기다리 | 가입했 | 수락 | 승인
    """
)
"""What somebody wants of the reader, told by another."""

FRIEND: Final = phrases_in(
    """
    friend | friends | friendship | contact | contacts | connection | connections | your network | circle |
    follower* | buddy | freund* | kontakt* | netzwerk | bekannte* | ami | amis | amie | amies | relations | réseau |
    parmi ses | amigo | amiga | amigos | amigas | amistad | contacto | contactos | red de | amico | amica | amici |
    amicizia | contatto | contatti | rete | amizade | contato | contatos | rede | vriend | vrienden | vriendschap |
    contacten | netwerk | znajom* | przyjaci* | sieci | grona | друг | друзья | друзей | друзьям | дружбу | дружить |
    контакт* | круг общения | знаком* | arkadaş* | bağlantı* | kişiler* | ağına | çevre* | 友達 | 友だち | 友人 |
    知り合い | コネクション | つながり | 連絡先 | 好友 | 朋友 | 联系人 | 聯絡人 | 人脉 | 人脈 | 建立联系 | 建立聯繫 |
    친구 | 일촌 | 1촌 | 인맥 | 이웃 | 연락처
    """
)
"""What one becomes on a platform."""
