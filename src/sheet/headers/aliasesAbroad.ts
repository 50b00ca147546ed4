/** Names that columns go by in Portuguese, Spanish, French, Italian, Dutch, German, Japanese, Turkish, Polish and Swedish. */
import type { Field } from '../fields';

/** Names per field, without articles, prepositions and accents; the marks are those of `aliases.ts`. A function, so that the text is taken up on first use. */
export function accountNamesAbroad(): readonly (readonly [Field, string])[] {
  return [
    [
      'Account ID',
      '+nummer,+numero,id registro,registro id,id record,id enregistrement,id fiche,id organizacion,datensatz id,recordid,klantnummer,numero cliente,codigo cliente,numero client,codice cliente,code client,レコードid,会社id,取引先id,企業id,法人番号,顧客番号,顧客コード,取引先コード,会社コード',
    ],
    [
      'Account name',
      '+nome,+nombre,+nom,+naam,+razao social,nome fantasia,razao social,razon social,denominacion social,nombre comercial,raison sociale,denomination sociale,ragione sociale,denominazione,accountname,accountnaam,firmierung,firmenbezeichnung,kundenname,nome cliente,nombre cliente,nom client,nome conta,nombre cuenta,nom compte,会社名,企業名,取引先名,組織名,法人名,顧客名,顧客企業名,得意先名,社名,商号,貴社名,会社,企業,取引先,sirket,sirket adi,firma adi,bolag,foretagsnamn,nazwa,~cliente,~klant,~nome,~nombre,~nom,~naam,~namn,~名前,~名称',
    ],
    [
      'Domain',
      'site internet,site empresa,sitio web,sito internet,sito,dominio,nome dominio,nombre dominio,nom domaine,domaine,domein,domeinnaam,domainname,webadresse,webadres,webauftritt,pagina internet,webサイト,ウェブサイト,ホームページ,ドメイン,ドメイン名,サイト,サイトurl,会社url,web sitesi,internet sitesi,strona www,strona internetowa,webbplats,hemsida',
    ],
    [
      'Industry',
      'setor,setor atividade,setor atuacao,ramo,ramo atividade,ramo atuacao,segmento,area atuacao,atividade economica,actividad economica,activite principale,segmento mercado,sector industrial,settore merceologico,sector,sector actividad,industria,rubro,giro,activite,domaine activite,settore attivita,comparto,bedrijfstak,branchenzweig,sektor,geschaftsfeld,業種,業界,産業,業種名,sektoru,endustri,branza,bransch,~actividad,~atividade,~attivita,~業態,~事業内容',
    ],
    [
      'Employees',
      'funcionario,empregado,colaborador,colaboradores,trabajador,trabajadores,plantilla,employe,salarie,collaborateur,addetti,organico,dipendente,werknemer,personeel,personeelsleden,personalbestand,belegschaft,angestellte,beschaftigtenzahl,ma anzahl,mitarbeitende,effectif salarie,+tamanho,+tamano,+taille,+dimensione,+grosse,+grootte,+omvang,unternehmensgrosse,firmengrosse,betriebsgrosse,bedrijfsgrootte,従業員数,従業員,社員数,社員,従業員規模,calisan,calisan sayisi,pracownicy,liczba pracownikow,zatrudnienie,antal anstallda,~porte,~人数',
    ],
    [
      'Annual revenue',
      'receita,receita anual,faturamento,faturamento anual,facturacion anual,ingresos anuales,cifra negocio,volumen negocio,volume negocio,ventas anuales,chiffre affaire annuel,ca annuel,revenu annuel,revenus annuels,fatturato annuo,fatturato annuale,ricavi,ricavi annui,jaaromzet,jaarlijkse omzet,jahrlicher umsatz,umsatzerlos,umsatzerlose,jahreserlos,年間売上,年間売上高,売上高,売上,年商,売上規模,ciro,yillik ciro,yillik gelir,przychod,przychody,obroty,arsomsattning,~venta,~revenu,~ca,~gelir',
    ],
    [
      'Country',
      'pais,pais regiao,pais region,pays region,paese regione,nazione,land region,land regio,国,国名,国 地域,所在国,ulke,~staat,~stato nazione',
    ],
    [
      'State',
      'estado,estado regiao,estado region,estado provincia,uf,comunidad autonoma,etat,etat province,etat region,provincia,regione,stato provincia,stato regione,provincie,staat provincie,staat regio,bundesland kanton,bundesland region,都道府県,都道府県名,州,県,voivodeship,wojewodztwo,bolge,~departement,~regiao,~regio,~stato,~distrito,~departamento',
    ],
    [
      'City',
      'cidade,municipio,localidade,localidad,poblacion,commune,localite,comune,localita,woonplaats,vestigingsplaats,stadt ort,stad plaats,firmensitz,市区町村,市区町村名,市区郡,市町村,市,都市,sehir,miejscowosc,~standort',
    ],
    [
      'Founded',
      'ano fundacao,ano abertura,data abertura,fecha constitucion,oprichtingsjaar,fundacao,data fundacao,ano fundacion,fundacion,fecha fundacion,ano constitucion,ano creacion,annee fondation,date fondation,annee creation,fondee,anno costituzione,data costituzione,data fondazione,fondazione,oprichtingsdatum,jaar oprichting,opgericht,grundungsdatum,jahr grundung,設立年,設立,設立日,設立年月,設立年月日,創業年,創業,kurulus yili,kurulus tarihi,rok zalozenia,data zalozenia,grundat,~ano inicio,~date creation,~fecha creacion empresa',
    ],
    ['Technologies', 'tecnologia,tecnologie,technologieen,teknoloji,利用技術,導入技術,導入ツール'],
    ['Keywords', 'palavras chave,palabras clave,mot cle,mots cles,parole chiave,trefwoord,trefwoorden,キーワード'],
    ['Funding', 'financiamento total,financiacion total,finanziamento totale,資金調達額,調達額'],
    ['Headcount growth', 'mitarbeiterwachstum,croissance effectif,crescita dipendenti,従業員増加率'],
    ['Open roles', 'vagas abertas,vacantes,puestos vacantes,postes ouverts,posizioni aperte,vacature,vacatures,求人数'],
    [
      'Account status',
      'fase ciclo vida,estagio ciclo vida,etapa ciclo vida,phase cycle vie,etape cycle vie,fase ciclo vita,levenscyclusfase,lebenszyklusphase,lifecycle phase,lifecyclephase,kundenstatus,klantstatus,estado cliente,estado cuenta,status cliente,statut,statut client,stato cliente,situacao,estatus,ライフサイクルステージ,ステータス,顧客ステータス,取引状況,musteri durumu,durum,~situacion,~phase,~fase',
    ],
    [
      'Last contacted',
      'ultima atividade,data ultima atividade,ultimo contato,data ultimo contato,ultima actividad,fecha ultima actividad,ultimo contacto,fecha ultimo contacto,derniere activite,date derniere activite,dernier contact,date dernier contact,ultima attivita,data ultima attivita,ultimo contatto,data ultimo contatto,laatste activiteit,datum laatste activiteit,laatste contact,datum laatste contact,letzte aktivitat,datum letzte aktivitat,datum letzten aktivitat,zeit letzten aktivitat,letzter kontakt datum,zuletzt kontaktiert,最終活動日,最終活動日時,最終アクティビティー日,最終アクティビティ日,最終連絡日,最終接触日,最終コンタクト日,最終訪問日,date dernier echange,laatst gecontacteerd,son gorusme,son iletisim,ostatni kontakt,senaste kontakt',
    ],
    [
      'Account owner',
      '+proprietario,+propietario,+proprietaire,+titolare,+eigenaar,+inhaber,+besitzer,+responsavel,+responsable,+betreuer,accounteigenaar,kontoinhaber,kontobesitzer,datensatzinhaber,kundenbetreuer,vertriebsverantwortlicher,commercial charge,zustandiger mitarbeiter,vertriebsmitarbeiter,verkaufer,zugewiesener benutzer,utilisateur assigne,usuario asignado,usuario atribuido,utente assegnato,toegewezen gebruiker,toegewezen aan,zugewiesen an,assigne a,asignado a,vendedor,vendeur,venditore,verkoper,relatiebeheerder,accountmanager,ejecutivo cuenta,gerente conta,charge affaire,salesperson,所有者,取引先所有者,担当者,担当,営業担当,営業担当者,営業担当者名,会社担当者,hesap sahibi,~agente,~comercial,~commercial,~commerciale,~propietario,~proprietario,~proprietaire,~responsable,~responsavel,~responsabile,~eigenaar,~titolare',
    ],
  ];
}

/** Names of contact fields in other languages, as {@link accountNamesAbroad} gives those of accounts. */
export function contactNamesAbroad(): readonly (readonly [Field, string])[] {
  return [
    ['First name', 'primeiro nome,fornavn,fornamn,imie,ad,名'],
    ['Last name', 'sobrenome,apelido,nom famille,nazwisko,efternamn,soyad,姓'],
    [
      'Full name',
      'nome completo,nombre completo,nom complet,nome cognome,nome e cognome,volledige naam,氏名,お名前,担当者名,@nome,@nombre,@nom,@naam',
    ],
    ['Title', 'funcao,qualifica,ruolo,functietitel,berufsbezeichnung,fonction,intitule poste,役職,肩書き,肩書,stanowisko,unvan'],
    ['Department', 'departamento,reparto,afdeling,部署,部門'],
    [
      'Email',
      'e mail,endereco email,direccion correo,adresse email,adresse electronique,indirizzo email,メール,メールアドレス,eメール,eposta',
    ],
    [
      'Phone',
      'telefone,celular,movil,cellulare,telefoonnummer,telefoon,mobiel,mobil,mobilnummer,numero telefono,numero telefone,電話,電話番号,携帯電話,携帯',
    ],
    [
      'Account name',
      '+nome,+nombre,+nom,+naam,会社名,企業名,取引先名,組織名,法人名,社名,貴社名,会社,nome conta,nombre cuenta,nom compte,accountname,accountnaam',
    ],
    ['Domain', 'sitio web,site web,sito web,dominio,domaine,domein,webサイト,ウェブサイト,ホームページ,ドメイン,ドメイン名'],
  ];
}
