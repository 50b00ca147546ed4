/** Industries: a common vocabulary of sectors and industries (LinkedIn's codes v2, top two levels and three of the third), and the folding of other words to it. */
import { lazy } from './lazy';
import { plain } from './text';

/** `industry` is undefined when the text names a whole sector. */
export interface Industry {
  readonly sector: string;
  readonly industry: string | undefined;
}

/** Industry of the common vocabulary that a text names, by its own name or a customary one; undefined when it is none. The original is the caller's to keep. */
export function industryOf(text: string): Industry | undefined {
  if (text.length > 80) return undefined;
  const key = keyOf(text);
  return key === '' ? undefined : VOCABULARY().get(key);
}

/** Words in order, `and` and plural endings aside, so that `Hospitals & Health Care` and `Hospital and Health Care` are one. */
function keyOf(text: string): string {
  return plain(text)
    .split(' ')
    .filter((word) => word !== 'and')
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
    .join(' ');
}

const VOCABULARY = lazy((): ReadonlyMap<string, Industry> => {
  const map = new Map<string, Industry>();
  const sectors = sectorTable();
  for (const [sector, industries] of sectors) {
    for (const industry of industries.split('|')) if (industry !== '') map.set(keyOf(industry), { sector, industry });
  }
  for (const [sector] of sectors) map.set(keyOf(sector), { sector, industry: undefined });
  for (const [name, customary] of customaryTable()) {
    const target = map.get(keyOf(name));
    if (target !== undefined) for (const word of customary.split('|')) if (!map.has(keyOf(word))) map.set(keyOf(word), target);
  }
  return map;
});

/** Sector, and its industries. */
function sectorTable(): readonly (readonly [string, string])[] {
  return [
    ['Accommodation Services', 'Food and Beverage Services|Hospitality'],
    [
      'Administrative and Support Services',
      'Collection Agencies|Events Services|Facilities Services|Fundraising|Office Administration|Security and Investigations|Staffing and Recruiting|Telephone Call Centers|Translation and Localization|Travel Arrangements|Writing and Editing',
    ],
    ['Construction', 'Building Construction|Civil Engineering|Specialty Trade Contractors'],
    [
      'Consumer Services',
      'Civic and Social Organizations|Household Services|Non-profit Organizations|Personal and Laundry Services|Philanthropic Fundraising Services|Religious Institutions|Repair and Maintenance',
    ],
    [
      'Education',
      'E-Learning Providers|Higher Education|Primary and Secondary Education|Professional Training and Coaching|Technical and Vocational Training',
    ],
    [
      'Entertainment Providers',
      'Artists and Writers|Museums, Historical Sites, and Zoos|Musicians|Performing Arts and Spectator Sports|Recreational Facilities',
    ],
    ['Farming, Ranching, Forestry', 'Farming|Forestry and Logging|Ranching and Fisheries'],
    ['Financial Services', 'Capital Markets|Credit Intermediation|Funds and Trusts|Insurance'],
    [
      'Government Administration',
      'Administration of Justice|Economic Programs|Environmental Quality Programs|Health and Human Services|Housing and Community Development|Military and International Affairs|Public Policy Offices|Space Research and Technology',
    ],
    ['Holding Companies', ''],
    [
      'Hospitals and Health Care',
      'Community Services|Hospitals|Individual and Family Services|Medical Practices|Nursing Homes and Residential Care Facilities',
    ],
    [
      'Manufacturing',
      'Apparel Manufacturing|Appliances, Electrical, and Electronics Manufacturing|Chemical Manufacturing|Climate Technology Product Manufacturing|Computers and Electronics Manufacturing|Fabricated Metal Products|Food and Beverage Manufacturing|Furniture and Home Furnishings Manufacturing|Glass, Ceramics and Concrete Manufacturing|Leather Product Manufacturing|Machinery Manufacturing|Medical Equipment Manufacturing|Oil and Coal Product Manufacturing|Paper and Forest Product Manufacturing|Plastics and Rubber Product Manufacturing|Primary Metal Manufacturing|Printing Services|Sporting Goods Manufacturing|Textile Manufacturing|Tobacco Manufacturing|Transportation Equipment Manufacturing|Wood Product Manufacturing',
    ],
    ['Oil, Gas, and Mining', 'Mining|Oil and Gas'],
    [
      'Professional Services',
      'Accounting|Advertising Services|Architecture and Planning|Business Consulting and Services|Design Services|Engineering Services|IT Services and IT Consulting|Legal Services|Photography|Research Services|Services for Renewable Energy|Veterinary Services',
    ],
    ['Real Estate and Equipment Rental Services', 'Equipment Rental Services|Real Estate'],
    [
      'Retail',
      'Food and Beverage Retail|Online and Mail Order Retail|Retail Apparel and Fashion|Retail Appliances, Electrical, and Electronic Equipment|Retail Art Dealers|Retail Art Supplies|Retail Books and Printed News|Retail Building Materials and Garden Equipment|Retail Florists|Retail Furniture and Home Furnishings|Retail Gasoline|Retail Health and Personal Care Products|Retail Luxury Goods and Jewelry|Retail Motor Vehicles|Retail Musical Instruments|Retail Office Equipment|Retail Office Supplies and Gifts|Retail Recyclable Materials & Used Merchandise',
    ],
    [
      'Technology, Information and Media',
      'Media & Telecommunications|Technology, Information and Internet|Software Development|Telecommunications|Book and Periodical Publishing',
    ],
    [
      'Transportation, Logistics, Supply Chain and Storage',
      'Airlines and Aviation|Freight and Package Transportation|Ground Passenger Transportation|Maritime Transportation|Pipeline Transportation|Postal Services|Rail Transportation|Truck Transportation|Warehousing and Storage',
    ],
    [
      'Utilities',
      'Electric Power Generation|Electric Power Transmission, Control, and Distribution|Natural Gas Distribution|Water, Waste, Steam, and Air Conditioning Services',
    ],
    [
      'Wholesale',
      'Wholesale Alcoholic Beverages|Wholesale Apparel and Sewing Supplies|Wholesale Appliances, Electrical, and Electronics|Wholesale Building Materials|Wholesale Chemical and Allied Products|Wholesale Computer Equipment|Wholesale Drugs and Sundries|Wholesale Food and Beverage|Wholesale Footwear|Wholesale Furniture and Home Furnishings|Wholesale Hardware, Plumbing, Heating Equipment|Wholesale Import and Export|Wholesale Luxury Goods and Jewelry|Wholesale Machinery|Wholesale Metals and Minerals|Wholesale Motor Vehicles and Parts|Wholesale Paper Products|Wholesale Petroleum and Petroleum Products|Wholesale Photography Equipment and Supplies|Wholesale Raw Farm Products|Wholesale Recyclable Materials',
    ],
  ];
}

/** Name in the vocabulary, and words that tools and people use for it. */
function customaryTable(): readonly (readonly [string, string])[] {
  return [
    [
      'Software Development',
      'Computer Software|Software|SaaS|B2B SaaS|B2B Software|Enterprise Software|B2B Software and Services|Application Software|Systems Software|Software & Services|Software as a Service|Computer Games|Mobile Apps|Artificial Intelligence|AI|Machine Learning|Developer Tools',
    ],
    [
      'Technology, Information and Internet',
      'Internet|Information Services|Information Technology|Technology|Tech|High Tech|IT|Internet Software & Services|Online Media|E-commerce Platforms|Data and Analytics|Digital',
    ],
    [
      'IT Services and IT Consulting',
      'Information Technology & Services|Information Technology and Services|IT Services|IT Consulting|Computer & Network Security|Cybersecurity|Cyber Security|IT Consulting & Other Services|Managed Services',
    ],
    ['Financial Services', 'Finance|Fintech|Financials|Financial Technology|Payments|Consumer Finance|Finance & Banking'],
    ['Credit Intermediation', 'Banking|Banks|Bank|Regional Banks|Diversified Banks|Lending'],
    [
      'Capital Markets',
      'Investment Banking|Venture Capital & Private Equity|Investment Management|Asset Management|Venture Capital|Private Equity|Asset Management & Custody Banks',
    ],
    ['Insurance', 'Insurtech|Property & Casualty Insurance|Life & Health Insurance|Insurance Brokers'],
    [
      'Hospitals and Health Care',
      'Hospital & Health Care|Healthcare|Health Care|Health|Health, Wellness and Fitness|Digital Health|Health Tech|Healthtech|Health Care Services|Mental Health Care|Medical|Medicine',
    ],
    ['Medical Equipment Manufacturing', 'Medical Devices|Medical Device|Health Care Equipment|Medtech|Medical Technology'],
    ['Chemical Manufacturing', 'Chemicals|Pharmaceuticals|Pharma|Specialty Chemicals|Pharmaceutical'],
    ['Research Services', 'Biotechnology|Biotech|Life Sciences|Life Science|Market Research|Research'],
    [
      'Advertising Services',
      'Marketing & Advertising|Marketing and Advertising|Advertising|Marketing|Public Relations|Public Relations & Communications|Marketing Services|Adtech|Martech',
    ],
    [
      'Retail',
      'Retailing|Consumer Discretionary|Supermarkets|Broadline Retail|Retail Trade|Einzelhandel|Consumer Staples|Consumer Goods',
    ],
    ['Online and Mail Order Retail', 'E-commerce|Ecommerce|eCommerce|Online Retail|E-Commerce & Retail|Internet Retail'],
    ['Manufacturing', 'Industrials|Industrial|Industrial Goods|Produktion|Maschinenbau'],
    [
      'Machinery Manufacturing',
      'Machinery|Industrial Machinery|Industrial Automation|Mechanical or Industrial Engineering|Robotics|Industrial Machinery & Supplies & Components',
    ],
    [
      'Transportation Equipment Manufacturing',
      'Automotive|Aviation & Aerospace|Aerospace & Defense|Aerospace|Automobiles|Shipbuilding|Motor Vehicle Manufacturing',
    ],
    [
      'Computers and Electronics Manufacturing',
      'Semiconductors|Computer Hardware|Consumer Electronics|Hardware|Electronics|Technology Hardware, Storage & Peripherals',
    ],
    [
      'Appliances, Electrical, and Electronics Manufacturing',
      'Electrical/Electronic Manufacturing|Electrical & Electronic Manufacturing|Electrical Components & Equipment',
    ],
    [
      'Food and Beverage Manufacturing',
      'Food Production|Food & Beverages|Food and Beverages|Wine & Spirits|Packaged Foods & Meats|Food|Soft Drinks',
    ],
    ['Food and Beverage Services', 'Restaurants|Restaurant|Gastronomie|Catering'],
    ['Hospitality', 'Hotels|Hotel|Leisure, Travel & Tourism|Hotels, Resorts & Cruise Lines'],
    [
      'Transportation, Logistics, Supply Chain and Storage',
      'Logistics|Logistics & Supply Chain|Transportation|Transportation/Trucking/Railroad|Supply Chain|Supply Chain and Logistics|Package/Freight Delivery|Transport|Warehousing|Logistik',
    ],
    [
      'Business Consulting and Services',
      'Management Consulting|Consulting|Business Services|Consulting Services|Unternehmensberatung|Outsourcing/Offshoring',
    ],
    ['Staffing and Recruiting', 'Recruiting|Human Resources|HR|Staffing|Human Resources Services|Recruitment'],
    ['Legal Services', 'Law Practice|Legal|Law|Legal Tech|Law Firms'],
    ['Accounting', 'Bookkeeping|Tax'],
    ['Education', 'Education Management|Edtech|Education Technology|Education Services'],
    ['E-Learning Providers', 'E-Learning|eLearning|Online Education'],
    ['Higher Education', 'Universities|University|Colleges'],
    ['Primary and Secondary Education', 'Primary/Secondary Education|K-12|Schools'],
    ['Real Estate', 'Commercial Real Estate|Proptech|Property|Immobilien|Real Estate Services'],
    ['Construction', 'Baugewerbe|Construction & Engineering|Real Estate and Construction'],
    ['Building Construction', 'Building Materials|Homebuilding'],
    ['Oil and Gas', 'Oil & Energy|Oil, Gas & Consumable Fuels|Oil & Gas Exploration & Production'],
    ['Mining', 'Mining & Metals|Materials|Metals & Mining'],
    ['Utilities', 'Energy|Electric Utilities|Renewables & Environment|Multi-Utilities|Cleantech|Climate|Energie'],
    ['Telecommunications', 'Telecom|Communication Services|Wireless|Integrated Telecommunication Services|Telecommunication'],
    ['Media & Telecommunications', 'Media|Media Production|Broadcast Media|Media & Entertainment|Online Media Publishing'],
    ['Book and Periodical Publishing', 'Publishing|Newspapers|Printing'],
    ['Entertainment Providers', 'Entertainment|Sports|Music|Gaming|Movies & Entertainment|Interactive Home Entertainment'],
    ['Government Administration', 'Government|Public Sector|Public Administration|Government & Public Sector|GovTech'],
    ['Non-profit Organizations', 'Nonprofit|Non-profit|Nonprofit Organization Management|Non-profit Organization Management|NGO'],
    ['Farming, Ranching, Forestry', 'Agriculture|Agtech|Agricultural Products & Services|Farming|Landwirtschaft'],
    ['Wholesale', 'Wholesale Trade|Distribution|Import and Export|Trading Companies & Distributors|Distributors|Grosshandel'],
    ['Professional Services', 'Professional Training & Coaching|Professional'],
    ['Security and Investigations', 'Security & Investigations|Security'],
    ['Travel Arrangements', 'Travel|Tourism|Travel & Tourism|Travel Agencies'],
    ['Consumer Services', 'Consumer|B2C Services|Personal Services'],
    ['Textile Manufacturing', 'Textiles|Textile'],
    ['Apparel Manufacturing', 'Apparel & Fashion|Fashion|Apparel|Textiles, Apparel & Luxury Goods'],
  ];
}
