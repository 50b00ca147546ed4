"""What columns are called in exports of other languages (MODEL §3, Columns and rows), as their tools write them."""

FOREIGN = {
    "account name": ["Firmenname", "Raison sociale", "Nombre de la empresa", "Nome da empresa", "Ragione sociale", "Bedrijfsnaam", "会社名"],
    "domain": ["Webseite", "Site web", "Sitio web", "Site da empresa", "Sito web", "Domeinnaam", "Webサイト"],
    "industry": ["Branche", "Secteur d'activité", "Sector", "Setor", "Settore", "Bedrijfstak", "業種"],
    "employees": ["Mitarbeiter", "Nombre de salariés", "Número de empleados", "Número de funcionários", "Numero di dipendenti", "Aantal medewerkers", "従業員数"],
    "annual revenue": ["Umsatz", "Chiffre d'affaires", "Ingresos anuales", "Receita anual", "Fatturato", "Jaaromzet", "売上高"],
    "country": ["Land", "Pays", "País", "Nazione", "国"],
    "state": ["Bundesland", "Région", "Provincia", "Estado", "都道府県"],
    "city": ["Ort", "Ville", "Ciudad", "Cidade", "Città", "Plaats", "市区町村"],
    "founded": ["Gründungsjahr", "Année de création", "Año de fundación", "Ano de fundação", "Anno di fondazione", "Oprichtingsjaar", "設立年"],
    "account owner": ["Kundenbetreuer", "Propriétaire de l'entreprise", "Propietario de la empresa", "Proprietário da empresa", "営業担当"],
    "last contacted": ["Letzter Kontakt", "Date de la dernière activité", "Última actividad", "Último contato", "最終活動日"],
}
