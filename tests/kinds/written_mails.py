"""Mails written for these tests: each kind in each language, before any list or service touched them.

Each block: language, kind, From, Subject, then the body.
"""

from __future__ import annotations

from dataclasses import dataclass

MAILS = """
== en | note | Ann Lee <ann@example.com> | Lunch on Thursday?
Hi Bob,

are you free on Thursday? I found that little place near the station we talked about. Also, could you send me
the draft of chapter three, I still have some remarks.

Best,
Ann
== en | invitation | Tom Reed <tom@example.com> | Let's stay in touch on Circlely
Hi, I just set up my account on Circlely and would like to add you to my professional network. It takes a minute.
Accept: https://circlely.example/invite/accept/8f3a9c1d2e
-- Tom
== en | invitation | Riverside Chamber <office@riverside-chamber.example> | Invitation: Spring Business Reception
The Riverside Chamber of Commerce cordially invites you to its Spring Reception.

When: Thursday, May 14, 6:30 pm
Where: Town Hall, Main Street 1

Please RSVP by May 7.
== en | newsletter | The Garden Weekly <news@garden.example> | The Garden Weekly: what to sow in March
In this issue: tomatoes, compost, and a visit to Kew. Read more at https://garden.example/issues/12
You are receiving this because you subscribed on our site. Unsubscribe: https://garden.example/unsubscribe?u=1882
== en | bulk | Sales Team <sales@bestprinters.example> | Save up to 40% on all printers
Dear customer, this week only: special offers on all laser printers. Free shipping on every order. Order now at
https://bestprinters.example/ - discount applies until Sunday.
== en | automatic | Carol Jones <carol@example.org> | Out of Office: Draft contract
I am out of the office until 12 August with limited access to email. For urgent matters please call Dave.
== en | automatic | Parcel Shop <orders@parcelshop.example> | Your order 88213 has been shipped
Thank you for your order. Your tracking number is 1Z999. This is an automatically generated message, do not reply.
== de | note | Jana Weber <jana@example.de> | Unterlagen für morgen
Hallo Peter,

anbei wie besprochen die Folien. Kannst du bitte Seite 4 noch einmal prüfen? Ich bin bis 16 Uhr im Büro.

Viele Grüße
Jana
== de | invitation | Karl Otto <karl@example.de> | Karl hat dich zu Nachbarnetz eingeladen
Hallo, ich nutze jetzt Nachbarnetz und möchte dich gern in mein Netzwerk aufnehmen.
Einladung annehmen: https://nachbarnetz.example/einladung/a81f99c0e2
== de | invitation | Verein Stadtgarten <info@stadtgarten.example> | Einladung zum Sommerfest
Liebe Mitglieder, hiermit laden wir Sie herzlich zu unserem Sommerfest ein.
Wann: Samstag, 12. Juli, 15:00 Uhr
Wo: Stadtgarten, Lindenweg 3
Um Anmeldung bis 5. Juli wird gebeten.
== de | newsletter | Radkurier <newsletter@radkurier.example> | Radkurier Newsletter Juni: neue Touren
Themen dieser Ausgabe: Elberadweg, Licht am Rad, Leserfotos. https://radkurier.example/ausgabe/6
Wenn Sie den Newsletter nicht mehr erhalten möchten, können Sie ihn hier abbestellen: https://radkurier.example/abmelden/771
== de | bulk | Büromarkt <angebote@bueromarkt.example> | Nur diese Woche: 30% Rabatt auf Toner
Sehr geehrte Kundin, sehr geehrter Kunde, sichern Sie sich jetzt unsere Sonderangebote: 30 % Rabatt auf alle Toner,
versandkostenfrei ab 50 Euro. Jetzt bestellen unter https://bueromarkt.example/
== de | automatic | Uwe Lang <uwe@example.de> | Abwesenheitsnotiz: Angebot
Vielen Dank für Ihre Nachricht. Ich bin bis zum 3.8. im Urlaub und nicht erreichbar.
Ihre Mail wird nicht weitergeleitet.
== de | automatic | Buchladen <bestellung@buchladen.example> | Ihre Bestellung 4711 bei Buchladen
Vielen Dank für Ihre Bestellung. Ihre Rechnung finden Sie im Anhang. Diese E-Mail wurde automatisch erstellt.
== fr | note | Luc Martin <luc@example.fr> | Réunion de demain
Bonjour Claire,
peux-tu me confirmer l'heure pour demain ? J'ai relu ton rapport, il est très bien, juste deux remarques page 3.
Amitiés, Luc
== fr | invitation | Zoé Petit <zoe@example.fr> | Zoé vous invite sur Amiclic
Bonjour, j'utilise Amiclic pour partager mes photos et je souhaite vous ajouter à mes contacts.
Accepter l'invitation : https://amiclic.example/invitation/77ab01ff90
== fr | invitation | Galerie Bleue <contact@galeriebleue.example> | Invitation au vernissage du 4 juin
La Galerie Bleue a le plaisir de vous inviter au vernissage de l'exposition « Lumières ».
Date : jeudi 4 juin à 18h30
Lieu : 12 rue des Arts, Lyon
Merci de confirmer votre présence avant le 28 mai.
== fr | newsletter | Cuisine Facile <newsletter@cuisine.example> | Votre lettre d'information de mai
Au menu ce mois-ci : asperges, fraises, tartes. https://cuisine.example/mai
Vous recevez cet e-mail car vous êtes inscrit. Pour vous désabonner : https://cuisine.example/desinscription/42
== fr | bulk | Mobilier Pro <offres@mobilierpro.example> | Soldes : jusqu'à -50 % sur nos bureaux
Cher client, profitez de nos offres : remise exceptionnelle sur nos produits, livraison gratuite. Commandez vite sur
https://mobilierpro.example/
== fr | automatic | Paul Roux <paul@example.fr> | Réponse automatique : devis
Je suis absent du bureau jusqu'au 20 août. Pour toute urgence, contactez Marie.
== fr | automatic | Boutique Lin <commande@boutiquelin.example> | Confirmation de commande n° 5512
Nous vous remercions. Votre commande a été enregistrée, votre facture est jointe. Merci de ne pas répondre à ce message.
== es | note | Marta Gil <marta@example.es> | Sobre el informe
Hola Juan:
te mando el informe corregido. ¿Puedes mirarlo antes del viernes? Luego hablamos por teléfono.
Un abrazo, Marta
== es | invitation | Pedro Ruiz <pedro@example.es> | Pedro quiere conectar contigo en Redalia
Hola, me gustaría agregarte a mi red profesional en Redalia.
Aceptar la invitación: https://redalia.example/invitacion/9c8d7e6f5a
== es | invitation | Cámara de Valencia <eventos@camara.example> | Invitación a la jornada de exportación
Tenemos el gusto de invitarle a la jornada sobre exportación.
Fecha: 3 de junio, 10:00
Lugar: Sede de la Cámara
Se ruega confirmación de asistencia.
== es | newsletter | Boletín Mar <boletin@mar.example> | Boletín semanal: novedades de la costa
Las novedades de esta semana: puertos, pesca, recetas. https://mar.example/boletin/9
Recibes este correo porque estás suscrito. Darse de baja: https://mar.example/baja/12
== es | bulk | Muebles Sol <ofertas@mueblessol.example> | Ofertas de verano: descuentos del 40%
Estimado cliente: aproveche nuestras ofertas, descuentos en todos nuestros productos y envío gratis. Compra ahora en
https://mueblessol.example/
== es | automatic | Lola Paz <lola@example.es> | Respuesta automática: presupuesto
Estoy de vacaciones hasta el 31 de agosto. Si es urgente, escriba a Ana.
== es | automatic | Tienda Uno <pedidos@tiendauno.example> | Confirmación de pedido 3321
Hemos recibido tu pedido. Tu factura está adjunta. Mensaje automático, por favor no respondas.
== it | note | Gino Bassi <gino@example.it> | Domani
Ciao Sara, riesci a passare domani verso le tre? Ti porto i documenti che mi avevi chiesto e ne parliamo con calma.
Un abbraccio, Gino
== it | invitation | Elena Neri <elena@example.it> | Elena ti ha invitato su Amicinet
Ciao, vorrei aggiungerti alla mia rete professionale su Amicinet.
Accetta l'invito: https://amicinet.example/invito/accept/55fe01ab77
== it | invitation | Museo Civico <eventi@museo.example> | Invito all'inaugurazione
Siamo lieti di invitarla all'inaugurazione della mostra.
Data: 10 maggio, ore 18:00
Luogo: Museo Civico, Bologna
È gradita conferma.
== it | newsletter | Vino Oggi <newsletter@vinooggi.example> | Newsletter di aprile: le novità in cantina
In questo numero le novità dalla Toscana. https://vinooggi.example/aprile
Se non desideri più ricevere questa newsletter: cancella iscrizione https://vinooggi.example/disiscrizione/3
== it | bulk | Casa Bella <promo@casabella.example> | Sconti fino al 50% su tutto
Gentile cliente, approfitta delle nostre offerte: sconto su tutti i nostri prodotti, spedizione gratuita. Acquista su
https://casabella.example/
== it | automatic | Ugo Riva <ugo@example.it> | Risposta automatica: offerta
Sono in ferie e sarò assente fino al 25 agosto. Per urgenze contattare l'ufficio.
== it | automatic | Libri Via <ordini@libri.example> | Conferma ordine 8810
Il tuo ordine è stato ricevuto. La fattura è allegata. Messaggio automatico, si prega di non rispondere.
== pt | note | João Dias <joao@example.pt> | Reunião
Olá Rita, consegues enviar-me a ata até amanhã? Fiquei com dúvidas no ponto dois, depois ligo-te.
Abraço, João
== pt | invitation | Bia Souza <bia@example.br> | Bia convidou você para o Conecta
Olá! Gostaria de adicionar você à minha rede profissional no Conecta.
Aceitar convite: https://conecta.example/convite/aceitar/19bc77de
== pt | invitation | Associação Comercial <eventos@acom.example> | Convite: palestra sobre exportação
Temos o prazer de convidar você para a palestra.
Data: 12 de junho, 19:00
Local: Auditório Central
Confirme sua presença até 5 de junho. Vagas limitadas.
== pt | newsletter | Mundo Café <boletim@mundocafe.example> | Boletim: novidades do café
As novidades do mês no mundo do café. https://mundocafe.example/6
Você está recebendo este e-mail porque se inscreveu. Para deixar de receber: https://mundocafe.example/descadastro/1
== pt | bulk | Lojas Azul <promocao@lojasazul.example> | Promoção imperdível: 60% de desconto
Prezado cliente, aproveite as ofertas: descontos em todos os nossos produtos e frete grátis. Compre já em
https://lojasazul.example/
== pt | automatic | Rui Alves <rui@example.pt> | Resposta automática: orçamento
Estou de férias até 20 de agosto e estarei ausente do escritório.
== pt | automatic | Livraria Sul <pedidos@livrariasul.example> | Confirmação de pedido 7781
Seu pedido foi recebido. A nota fiscal segue anexa. Mensagem automática, por favor não responda.
== nl | note | Piet Bos <piet@example.nl> | Vraagje over het verslag
Hoi Anja, heb je het verslag al gelezen? Ik twijfel nog over de conclusie. Zullen we morgen even bellen?
Groet, Piet
== nl | invitation | Sanne Vos <sanne@example.nl> | Sanne wil je toevoegen op Buurtnet
Hallo, ik wil je toevoegen aan mijn professionele netwerk op Buurtnet.
Uitnodiging accepteren: https://buurtnet.example/uitnodiging/0a1b2c3d4e
== nl | invitation | Ondernemersclub <info@oclub.example> | Uitnodiging nieuwjaarsreceptie
Wij nodigen u van harte uit voor onze nieuwjaarsreceptie.
Datum: 10 januari, 17:00
Locatie: Stadhuis
Graag aanmelden voor 3 januari.
== nl | newsletter | Fietsblad <nieuwsbrief@fietsblad.example> | Nieuwsbrief maart
In deze nieuwsbrief: nieuwe routes en testen. https://fietsblad.example/maart
U ontvangt deze mail als abonnee. Uitschrijven: https://fietsblad.example/uitschrijven/8
== nl | bulk | Meubelhal <acties@meubelhal.example> | Alleen deze week: kortingen tot 50%
Beste klant, profiteer van onze aanbiedingen: korting op al onze producten en gratis verzending. Bestel nu op
https://meubelhal.example/
== nl | automatic | Kees Mol <kees@example.nl> | Automatisch antwoord: offerte
Ik ben op vakantie en tot 20 augustus afwezig. Voor dringende zaken kunt u Eva bellen.
== nl | automatic | Boekshop <orders@boekshop.example> | Orderbevestiging 6612
Bedankt, uw bestelling is ontvangen. De factuur is bijgevoegd. Dit bericht is automatisch gegenereerd.
== pl | note | Ewa Lis <ewa@example.pl> | Pytanie o raport
Cześć Marek, czy możesz spojrzeć na ostatnią stronę raportu? Coś mi się nie zgadza w tabeli. Zadzwonię jutro rano.
Pozdrawiam, Ewa
== pl | invitation | Jan Kot <jan@example.pl> | Jan zaprosił Cię do serwisu Znajomix
Cześć! Chciałbym dodać Cię do mojej sieci kontaktów w serwisie Znajomix.
Przyjmij zaproszenie: https://znajomix.example/zaproszenie/4455aabb66
== pl | invitation | Izba Handlowa <biuro@izba.example> | Zaproszenie na konferencję
Mamy przyjemność zaprosić Państwa na konferencję.
Termin: 15 maja, godz. 10:00
Miejsce: Hotel Centralny
Prosimy o potwierdzenie udziału.
== pl | newsletter | Ogród i Dom <newsletter@ogrod.example> | Newsletter: wiosenne porady
W tym wydaniu: aktualności i porady. https://ogrod.example/wiosna
Jeśli nie chcesz otrzymywać newslettera, wypisz się: https://ogrod.example/wypisz/3
== pl | bulk | Sklep Meble <promocje@meble.example> | Wielka wyprzedaż: rabaty do 70%
Szanowni Państwo, promocja na wszystkie meble, rabat do 70% i darmowa dostawa. Kup teraz: https://meble.example/
== pl | automatic | Adam Sok <adam@example.pl> | Automatyczna odpowiedź: oferta
Jestem na urlopie do 20 sierpnia. W pilnych sprawach proszę o kontakt z biurem.
== pl | automatic | Księgarnia <zamowienia@ksiegarnia.example> | Potwierdzenie zamówienia nr 1209
Dziękujemy, otrzymaliśmy Twoje zamówienie. Faktura w załączniku. Prosimy nie odpowiadać na tę wiadomość.
== ru | note | Иван Петров <ivan@example.ru> | Вопрос по отчёту
Привет, Оля! Посмотри, пожалуйста, последнюю страницу, там что-то не сходится. Позвоню тебе завтра утром.
Иван
== ru | invitation | Мария Орлова <maria@example.ru> | Мария приглашает вас в сеть «Круг»
Здравствуйте! Хочу добавить вас в мою профессиональную сеть.
Принять приглашение: https://krug.example/invite/77aa88bb99
== ru | invitation | Торговая палата <office@palata.example> | Приглашение на семинар
Приглашаем вас принять участие в семинаре для экспортёров.
Дата: 15 мая, 10:00
Место: ул. Ленина, 5
Просим подтвердить участие до 10 мая.
== ru | newsletter | Сад и огород <news@sad.example> | Дайджест: новости недели
В этом выпуске: рассада, теплицы, советы. https://sad.example/42
Вы получили это письмо, потому что подписаны на рассылку. Отписаться: https://sad.example/unsubscribe/5
== ru | bulk | Магазин Дом <sale@dom.example> | Скидки до 50% только на этой неделе
Уважаемые клиенты! Распродажа: скидки на все товары, бесплатная доставка. Купить: https://dom.example/
== ru | automatic | Олег Сомов <oleg@example.ru> | Автоответ: договор
Я в отпуске до 20 августа. По срочным вопросам обращайтесь к Анне.
== ru | automatic | Книги <orders@knigi.example> | Ваш заказ № 5523 отправлен
Спасибо за покупку. Счёт во вложении. Письмо сформировано автоматически, не отвечайте на него.
== tr | note | Ayşe Kaya <ayse@example.tr> | Rapor hakkında
Merhaba Ali, raporun son sayfasına bakabilir misin? Tabloda bir hata var sanırım. Yarın sabah ararım seni.
Ayşe
== tr | invitation | Can Demir <can@example.tr> | Can sizi Arkadaşım'a davet etti
Merhaba, sizi profesyonel ağıma eklemek istiyorum.
Daveti kabul edin: https://arkadasim.example/davet/12ab34cd56
== tr | invitation | Ticaret Odası <etkinlik@oda.example> | Davetiye: Yıllık toplantı
Sizi yıllık resepsiyonumuza davet etmekten mutluluk duyarız.
Tarih: 15 Mayıs, 19:00
Yer: Büyük Otel
Lütfen katılımınızı bildirin (LCV).
== tr | newsletter | Bahçe <bulten@bahce.example> | Haftalık bülten
Bu haftanın e-bülten konuları: fide, sera, toprak. https://bahce.example/7
Abonelikten çıkmak için: https://bahce.example/unsubscribe/3
== tr | bulk | Mobilya Dünyası <kampanya@mobilya.example> | Büyük indirim: %50 fırsat
Değerli müşterimiz, kampanya başladı: tüm ürünlerimizde indirim ve ücretsiz kargo. Hemen al: https://mobilya.example/
== tr | automatic | Mert Ak <mert@example.tr> | Otomatik yanıt: teklif
20 Ağustos'a kadar izindeyim, ofis dışındayım. Acil durumlarda Selin ile görüşebilirsiniz.
== tr | automatic | Kitapçı <siparis@kitapci.example> | Sipariş onayı 4410
Siparişiniz alındı. Faturanız ektedir. Bu mesaj otomatik olarak gönderilmiştir, lütfen yanıtlamayınız.
== ja | note | 田中一郎 <tanaka@example.jp> | 資料の件
鈴木様
お世話になっております。田中です。先日の資料を修正しましたので、ご確認いただけますか。明日お電話いたします。
== ja | invitation | 佐藤花子 <sato@example.jp> | 佐藤さんがあなたをトモリンクに招待しています
トモリンクで友達になりたいので、ネットワークに追加させてください。
招待を承認する: https://tomolink.example/invite/99ff88ee77
== ja | invitation | 商工会 <info@shoko.example> | 新年会のご案内
下記の通り新年会を開催いたします。皆様のご参加をお待ちしております。
日時: 1月15日 18:00
場所: 中央ホテル
出欠を1月8日までにお知らせください。
== ja | newsletter | 庭便り <news@niwa.example> | メールマガジン 5月号
今月の特集はバラです。 https://niwa.example/5
配信停止はこちら: https://niwa.example/unsubscribe/2
== ja | bulk | 家具の店 <sale@kagu.example> | 全品50%割引セール開催中
お客様各位 期間限定の特価セールです。全品割引、送料無料。 https://kagu.example/
== ja | automatic | 山田太郎 <yamada@example.jp> | 不在通知: 見積の件
休暇中のため、8月20日まで不在にしております。お急ぎの方は会社までご連絡ください。
== ja | automatic | 本屋 <order@honya.example> | ご注文の確認 8812
ご注文ありがとうございます。注文番号は8812です。このメールは自動送信です。返信しないでください。
== zh | note | 王伟 <wang@example.cn> | 关于报告
小李，报告最后一页的表格好像有问题，你能看一下吗？我明天早上给你打电话。
== zh | invitation | 陈静 <chen@example.cn> | 陈静邀请你加入友圈
你好，我想把你加为好友，一起使用友圈。
接受邀请: https://youquan.example/invite/55aa66bb77
== zh | invitation | 商会 <event@shanghui.example> | 邀请函：春季酒会
诚邀您参加商会春季酒会。
时间：5月15日 18:30
地点：中央酒店
请于5月8日前报名。
== zh | newsletter | 园艺周刊 <news@yuanyi.example> | 园艺周刊 第12期
本期内容：番茄、堆肥。 https://yuanyi.example/12
如不想再收到本邮件，请点击退订: https://yuanyi.example/unsubscribe/1
== zh | bulk | 家具城 <sale@jiaju.example> | 全场五折优惠，限时抢购
尊敬的客户：全场促销，限时折扣，免费送货。 https://jiaju.example/
== zh | automatic | 刘洋 <liu@example.cn> | 自动回复：合同
我正在休假，8月20日前不在办公室。如有急事请联系小张。
== zh | automatic | 书店 <order@shudian.example> | 您的订单 6612 已发货
感谢您的订购，订单号6612。此邮件由系统自动发送，请勿回复。
== ko | note | 김민수 <kim@example.kr> | 보고서 관련
지영 씨, 보고서 마지막 페이지 표가 조금 이상한데 한번 봐 주실래요? 내일 아침에 전화할게요.
== ko | invitation | 이서연 <lee@example.kr> | 이서연님이 링크온에 초대했습니다
안녕하세요, 링크온에서 친구로 추가하고 싶습니다.
초대 수락: https://linkon.example/invite/31ab42cd53
== ko | invitation | 상공회의소 <event@sanggong.example> | 초대장: 봄 세미나
귀하를 봄 세미나에 초대합니다.
일시: 5월 15일 18시
장소: 중앙호텔
참석 여부를 5월 8일까지 알려 주세요.
== ko | newsletter | 정원 소식 <news@jungwon.example> | 뉴스레터 5월호
이번 호: 장미 가꾸기. https://jungwon.example/5
수신거부: https://jungwon.example/unsubscribe/4
== ko | bulk | 가구마을 <sale@gagu.example> | (광고) 전 품목 50% 할인 특가
고객 여러분, 기간 한정 특가! 전 품목 할인, 무료배송. https://gagu.example/
== ko | automatic | 박준 <park@example.kr> | 부재중 자동 응답: 견적
현재 휴가 중이며 8월 20일에 복귀합니다. 급한 용무는 회사로 연락 주세요.
== ko | automatic | 책방 <order@chaekbang.example> | 주문이 접수되었습니다 (7712)
주문해 주셔서 감사합니다. 주문번호 7712. 본 메일은 발신전용입니다.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One of the mails above: what it is, and its octets."""

    language: str
    kind: str
    subject: str
    content: bytes


def written(*, subject: str, body: str, sender: str = "Ann Lee <ann@example.com>", header: str = "") -> bytes:
    """A mail in UTF-8 with CRLF line ends; `header` holds further lines."""
    head = f"From: {sender}\nTo: Bob <bob@example.net>\nSubject: {subject}\nDate: Mon, 3 Jun 2024 09:00:00 +0000\n"
    more = header.strip() + "\n" if header else ""
    content_type = "" if "content-type" in more.lower() else "Content-Type: text/plain; charset=utf-8\n"
    text = f"{head}{more}MIME-Version: 1.0\n{content_type}\n{body}"
    return text.replace("\n", "\r\n").encode()


def all_written() -> list[Written]:
    """Every mail of MAILS."""
    mails = []
    for block in MAILS.strip().split("\n== "):
        title, _, body = block.removeprefix("== ").partition("\n")
        language, kind, sender, subject = (field.strip() for field in title.split(" | "))
        content = written(subject=subject, body=body + "\n", sender=sender)
        mails.append(Written(language=language, kind=kind, subject=subject, content=content))
    return mails
