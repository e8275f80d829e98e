"""A short list of places that postings name often, and the shape of a place's name: "Leeds",
"Prairie Village, KS", "Graz (Austria)". No gazetteer: a place that is not here is known by the
region behind it, or by its label."""

from __future__ import annotations

import re
from functools import lru_cache

from ats.domain.reading import Span


def _names(words: str) -> frozenset[str]:
    return frozenset(name.strip() for name in re.split(r"[,\n]", words) if name.strip())


STATE_CODES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ"
    " NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR AB BC MB NB NL NS ON PE QC SK"
    " NSW VIC QLD TAS ACT D.C. N.Y. Mass. Calif.".split()
)
COUNTRIES = _names("""
US, USA, U.S., U.S.A., United States, United States of America, UK, U.K., United Kingdom, England,
Great Britain, Scotland, Wales, Northern Ireland, Ireland, Republic of Ireland, Germany,
Deutschland, France, Spain, España, Portugal, Italy, Italia, Netherlands, Nederland, Holland,
Belgium, Belgique, België, Luxembourg, Switzerland, Schweiz, Suisse, Austria, Österreich, Sweden,
Sverige, Norway, Norge, Denmark, Danmark, Finland, Suomi, Iceland, Estonia, Latvia, Lithuania,
Poland, Polska, Czech Republic, Czechia, Slovakia, Hungary, Romania, Bulgaria, Greece, Cyprus,
Malta, Croatia, Slovenia, Serbia, Bosnia, Montenegro, North Macedonia, Albania, Ukraine, Moldova,
Belarus, Russia, Turkey, Türkiye, Georgia, Armenia, Azerbaijan, Kazakhstan, Uzbekistan, Israel,
United Arab Emirates, UAE, Saudi Arabia, Qatar, Kuwait, Bahrain, Oman, Jordan, Lebanon, Egypt,
Morocco, Tunisia, Algeria, Nigeria, Ghana, Kenya, Uganda, Tanzania, Rwanda, Ethiopia, Senegal,
South Africa, Zambia, Zimbabwe, Botswana, Mauritius, India, Pakistan, Bangladesh, Sri Lanka, Nepal,
China, Taiwan, Japan, South Korea, Korea, Vietnam, Thailand, Malaysia, Indonesia, Philippines,
Cambodia, Myanmar, Mongolia, Australia, New Zealand, Canada, Mexico, México, Brazil, Brasil,
Argentina, Chile, Colombia, Peru, Perú, Uruguay, Paraguay, Bolivia, Ecuador, Venezuela, Costa Rica,
Panama, Guatemala, El Salvador, Honduras, Nicaragua, Dominican Republic, Jamaica, Puerto Rico,
Hong Kong, Singapore, Macau, EU, E.U., European Union, Europe, EMEA, APAC, LATAM, LatAm,
Latin America, North America, South America, Americas, Asia, Africa, Middle East, Nordics,
Scandinavia, Benelux, DACH, Europa, The Netherlands
""")
REGIONS = _names("""
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii,
Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts,
Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey,
New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania,
Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington,
West Virginia, Wisconsin, Wyoming, District of Columbia, Ontario, Quebec, Québec, British Columbia,
Alberta, Manitoba, Saskatchewan, Nova Scotia, New Brunswick, Newfoundland, New South Wales,
Victoria, Queensland, South Australia, Western Australia, Tasmania, Northern Territory, Bavaria,
Bayern, Hessen, Saxony, Sachsen, Baden-Württemberg, Nordrhein-Westfalen, Niedersachsen, Tirol,
Steiermark, Kärnten, Vorarlberg, Catalonia, Cataluña, Andalucía, Île-de-France, Bretagne, Normandie,
Skåne, Västra Götaland, Norrbotten, Jämtland, Dalarna, Småland, Värmland, Halland, Blekinge,
Essex, Kent, Surrey, Sussex, Hampshire, Berkshire, Buckinghamshire, Oxfordshire, Hertfordshire,
Cambridgeshire, Norfolk, Suffolk, Devon, Cornwall, Dorset, Somerset, Wiltshire, Gloucestershire,
Warwickshire, West Midlands, Staffordshire, Cheshire, Lancashire, Cumbria, Yorkshire, Merseyside,
Greater Manchester, Derbyshire, Nottinghamshire, Leicestershire, Lincolnshire, Northamptonshire,
Bedfordshire, Shropshire, Karnataka, Maharashtra, Tamil Nadu, Telangana, Haryana, Kerala, Gujarat,
West Bengal, Uttar Pradesh, São Paulo, Rio de Janeiro, Minas Gerais, Paraná, Santa Catarina,
Nuevo León, Jalisco, North Yorkshire, South Yorkshire, West Yorkshire, East Sussex, West Sussex,
County Durham, Ávila, Picardie, Aquitaine, Occitanie, Provence
""")
CITIES = _names("""
New York, New York City, NYC, NY, SF, LA,
San Francisco, Bay Area, San Francisco Bay Area, SF Bay Area,
Silicon Valley, Los Angeles, San Diego, San Jose, Oakland, Berkeley, Palo Alto, Menlo Park,
Mountain View, Sunnyvale, Santa Clara, Redwood City, San Mateo, Cupertino, Fremont, Pleasanton,
South San Francisco, San Bruno, Foster City, Burlingame, Emeryville, Stanford, Santa Monica,
Culver City, Pasadena, Burbank, Glendale, Irvine, Anaheim, Long Beach, Santa Barbara, Sacramento,
Fresno, Carlsbad, La Jolla, El Segundo, Hawthorne, Seattle, Bellevue, Redmond, Kirkland, Spokane,
Tacoma, Portland, Eugene, Boise, Salt Lake City, Lehi, Provo, Las Vegas, Reno, Phoenix, Scottsdale,
Tempe, Tucson, Chandler, Albuquerque, Santa Fe, Denver, Boulder, Colorado Springs,
Fort Collins, Longmont, Dallas, Plano, Frisco, Irving, Fort Worth, Arlington, Houston, Austin,
San Antonio, El Paso, Oklahoma City, Tulsa, Norman, Kansas City, Wichita, Omaha, Lincoln,
Des Moines, Minneapolis, St. Paul, Saint Paul, Milwaukee, Chicago, Evanston, Naperville,
Indianapolis, Detroit, Ann Arbor, Grand Rapids, Lansing, Cleveland, Columbus, Cincinnati, Dayton,
Toledo, Akron, Louisville, Lexington, Nashville, Memphis, Knoxville, Chattanooga, Birmingham,
Huntsville, Montgomery, Atlanta, Savannah, Alpharetta, Jacksonville, Miami, Tampa, Orlando,
St. Louis, Saint Louis, St. Petersburg, Fort Lauderdale, Boca Raton, Tallahassee, Gainesville,
Charlotte, Raleigh, Durham, Greensboro, Winston-Salem, Chapel Hill, Charleston, Greenville,
Columbia, Richmond, Norfolk, Virginia Beach, Reston, McLean, Herndon, Chantilly, Alexandria,
Fairfax, Tysons, Washington DC, Washington D.C., Washington, D.C., DC, Bethesda, Rockville,
Silver Spring, Gaithersburg, Baltimore, Annapolis, Wilmington, Philadelphia, Pittsburgh, Harrisburg,
King of Prussia, Princeton, Newark, Jersey City, Hoboken, Trenton, Brooklyn, Manhattan, Queens,
Bronx, Buffalo, Rochester, Syracuse, Albany, White Plains, Stamford, Hartford, New Haven,
Providence, Boston, Cambridge, Somerville, Waltham, Burlington, Lowell, Worcester, Andover,
Newton, Quincy, Woburn, Framingham, Springfield, Portsmouth, Manchester, New Orleans,
Baton Rouge, Little Rock, Bentonville, Jackson, Honolulu, Anchorage, Madison, Boston Area,
Toronto, Montreal, Montréal, Vancouver, Ottawa, Calgary, Edmonton, Waterloo, Kitchener, Winnipeg,
Halifax, Mississauga, Hamilton, Victoria, Quebec City, Fredericton, Moncton, Saskatoon,
London, Central London, Greater London,
 Bristol, Leeds, Sheffield, Liverpool, Newcastle, Nottingham, Leicester,
Oxford, Brighton, Southampton, Cardiff, Swansea, Edinburgh, Glasgow, Aberdeen,
Dundee, Belfast, York, Hull, Coventry, Milton Keynes, Guildford, Exeter, Plymouth, Norwich, Derby,
Stevenage, Slough, Bournemouth, Cheltenham, Gloucester, Swindon, Dublin, Cork, Galway, Limerick,
Berlin, Hamburg, Munich, München, Cologne, Köln, Frankfurt, Frankfurt am Main, Stuttgart,
Düsseldorf, Dortmund, Leipzig, Dresden, Hannover, Hanover, Nuremberg, Nürnberg, Bremen,
Bonn, Karlsruhe, Mannheim, Heidelberg, Freiburg, Münster, Aachen, Augsburg, Mainz, Potsdam, Kiel,
Lübeck, Rostock, Jena, Regensburg, Ulm, Darmstadt, Wiesbaden, Bielefeld, Walldorf, Ingolstadt,
Würzburg, Göttingen, Kassel, Erlangen, Vienna, Wien, Graz, Linz, Salzburg, Innsbruck, Klagenfurt,
Zurich, Zürich, Geneva, Genève, Genf, Basel, Bern, Berne, Lausanne, Zug, Lugano, St. Gallen,
Winterthur, Luzern, Lucerne, Paris, Lyon, Marseille, Toulouse, Bordeaux, Lille, Nantes,
Strasbourg, Montpellier, Rennes, Grenoble, Sophia Antipolis, Brussels, Bruxelles, Brussel, Antwerp,
Antwerpen, Ghent, Gent, Leuven, Amsterdam, Rotterdam, Utrecht, The Hague, Den Haag, Eindhoven,
Delft, Leiden, Groningen, Haarlem, Hilversum, Madrid, Barcelona, Valencia, Sevilla, Seville,
Málaga, Malaga, Bilbao, Lisbon, Lisboa, Porto, Braga, Coimbra, Milan, Milano, Rome, Roma, Turin,
Torino, Bologna, Florence, Naples, Stockholm, Göteborg, Gothenburg, Malmö, Lund, Uppsala,
Linköping, Västerås, Örebro, Norrköping, Helsingborg, Jönköping, Umeå, Luleå, Solna, Sundbyberg,
Kista, Södertälje, Karlstad, Gävle, Sundsvall, Halmstad, Växjö, Borås, Eskilstuna, Östersund,
Nyköping, Katrineholm, Karlskoga, Motala, Trelleborg, Lidköping, Varberg, Falkenberg, Kungsbacka,
Alingsås, Borlänge, Sandviken, Hudiksvall, Härnösand, Örnsköldsvik, Piteå, Boden, Gällivare,
Visby, Oskarshamn, Västervik, Värnamo, Ljungby, Älmhult, Ängelholm, Landskrona, Ystad, Hässleholm,
Karlshamn, Ronneby, Norrtälje, Täby, Huddinge, Järfälla, Sollentuna, Lidingö, Strängnäs, Enköping,
Kalmar, Skövde, Trollhättan, Karlskrona, Kristianstad, Skellefteå, Mölndal, Nacka, Falun, Kiruna,
Oslo, Bergen, Trondheim, Stavanger, Copenhagen, København, Aarhus, Odense, Aalborg, Helsinki, Espoo,
Tampere, Turku, Oulu, Reykjavik, Tallinn, Tartu, Riga, Vilnius, Kaunas, Warsaw, Warszawa, Krakow,
Kraków, Cracow, Wroclaw, Wrocław, Gdansk, Gdańsk, Poznan, Poznań, Łódź, Lodz, Katowice, Prague,
Praha, Brno, Bratislava, Budapest, Bucharest, Cluj, Cluj-Napoca, Iasi, Timisoara, Sofia, Athens,
Thessaloniki, Limassol, Nicosia, Zagreb, Ljubljana, Belgrade, Novi Sad, Sarajevo, Kyiv, Kiev, Lviv,
Kharkiv, Minsk, Moscow, Istanbul, Ankara, Izmir, Tbilisi, Yerevan, Baku, Almaty, Tel Aviv,
Tel-Aviv, Jerusalem, Haifa, Herzliya, Dubai, Abu Dhabi, Riyadh, Jeddah, Doha, Amman, Beirut, Cairo,
Casablanca, Tunis, Lagos, Abuja, Accra, Nairobi, Kampala, Kigali, Cape Town, Johannesburg, Pretoria,
Durban, Bangalore, Bengaluru, Mumbai, Delhi, New Delhi, Gurgaon, Gurugram, Noida, Hyderabad,
Chennai, Pune, Kolkata, Ahmedabad, Jaipur, Kochi, Indore, Chandigarh, Karachi, Lahore, Islamabad,
Dhaka, Colombo, Kathmandu, Beijing, Shanghai, Shenzhen, Guangzhou, Hangzhou, Chengdu, Taipei,
Tokyo, Osaka, Kyoto, Yokohama, Nagoya, Fukuoka, Seoul, Busan, Hanoi, Ho Chi Minh City, Saigon,
Bangkok, Kuala Lumpur, Penang, Jakarta, Bali, Manila, Makati, Cebu, Phnom Penh, Sydney, Melbourne,
Brisbane, Perth, Adelaide, Canberra, Hobart, Darwin, Gold Coast, Geelong, Parramatta,
North Sydney, Auckland, Wellington, Christchurch, Mexico City, Guadalajara, Monterrey, Tijuana,
São Paulo, Sao Paulo, Rio de Janeiro,
Zaragoza, Cádiz, Pamplona, Murcia, Granada, Vigo, Gijón, Oviedo, Santander, Vitoria, San Sebastián,
A Coruña, Alicante, Palma, Las Palmas, Tarragona, Girona, Valladolid, Salamanca, Burgos, Toledo,
Almería, Huelva, Badajoz, Logroño, Amiens, Angers, Annecy, Avignon, Besançon, Brest, Caen,
Clermont-Ferrand, Dijon, Le Havre, Le Mans, Limoges, Metz, Mulhouse, Nîmes, Orléans, Pau,
Perpignan, Poitiers, Reims, Rouen, Saint-Étienne, Toulon, Valence, Vannes, La Rochelle,
Wuppertal, Bochum, Duisburg, Gelsenkirchen, Krefeld, Mönchengladbach, Oberhausen, Hagen,
Braunschweig, Wolfsburg, Oldenburg, Osnabrück, Paderborn, Koblenz, Trier, Saarbrücken, Ludwigshafen,
Heilbronn, Pforzheim, Reutlingen, Konstanz, Bamberg, Bayreuth, Passau, Landshut, Rosenheim, Kempten,
Chemnitz, Zwickau, Magdeburg, Halle, Erfurt, Weimar, Schwerin, Flensburg, Hildesheim, Siegen, Peine,
Villach, Wels, Dornbirn, Bregenz, Biel, Thun, Chur, Fribourg, Neuchâtel, Sion, Aarau, Arnhem,
Nijmegen, Enschede, Tilburg, Breda, Maastricht, Almere, Apeldoorn, Zwolle, Amersfoort, Bruges,
Mechelen, Liège, Namur, Basingstoke, Blackpool, Bolton, Bradford, Carlisle, Chelmsford, Chester,
Chesterfield, Colchester, Crawley, Croydon, Darlington, Doncaster, Dundee, Gateshead, Harrogate,
Huddersfield, Inverness, Ipswich, Lancaster, Luton, Maidstone, Middlesbrough, Newport, Northampton,
Peterborough, Preston, Rotherham, Salford, Shrewsbury, Southend, Stirling, Stockport, Sunderland,
Taunton, Telford, Wakefield, Warrington, Watford, Wigan, Wolverhampton, Worcester,
Newcastle upon Tyne,
Fremantle, Ballarat, Bendigo, Cairns, Townsville, Wollongong, Newcastle, Launceston, Toowoomba,
Dunedin, Tauranga, Kelowna, Burnaby, Surrey, Markham, Vaughan, Brampton, Guelph,
St. John's, Coimbatore, Surat, Vadodara, Rajkot, Nagpur, Nashik, Lucknow, Kanpur, Bhopal, Patna,
Visakhapatnam, Vijayawada, Madurai, Mysuru, Mysore, Mangaluru, Thiruvananthapuram, Trivandrum,
Bhubaneswar, Guwahati, Dehradun, Ludhiana, Faridabad, Ghaziabad, Navi Mumbai, Thane,
Puebla, Querétaro, León, Mérida, Cancún, Saltillo, Chihuahua, Belo Horizonte, Curitiba,
Florianópolis, Porto Alegre,
Brasília, Recife, Buenos Aires, Córdoba, Rosario, Santiago, Bogotá, Bogota, Medellín, Medellin,
Lima, Montevideo, Quito, Asunción, San José, Panama City, San Juan
""")
_WIDE = COUNTRIES | REGIONS
_BOTH = frozenset({"New York", "Washington", "Victoria", "Norfolk", "Singapore", "Hong Kong"})
"""Regions that are cities, too, and so may be the next of a list."""
_HOUSES = frozenset(
    "Health Healthcare Hospital Center Centre Clinic School Services Systems Solutions Group"
    " Technologies Technology Building Campus College Church Museum Labs Agency"
    " Requirements".split()
)
"""Words of names that are a house or a company."""
_WORDS_TOO = frozenset(
    {"OR", "IN", "ON", "ME", "HI", "OK", "CO", "DE", "LA", "AL", "PA", "MA", "ACT"}
)
"""Codes that are words, too: only a comma makes them a state."""
_DEPARTMENT = re.compile(r" \((?:\d{2,3}|2[AB])\)")
"""The number of a French department behind a town."""
_PARTICLE = r"(?:upon|on|sur|am|la|le|de|en)-"
_WORD = r"(?:(?:[A-Z]\.){2,3}|[A-ZÀ-ÞŁ][\w’']*(?:-(?:" + _PARTICLE + r")?[A-ZÀ-ÞŁ][\w’']*)*\.?)"
_NAME = re.compile(rf"{_WORD}(?:(?: |-)(?:(?:of|de|del|la|am|an der|upon|den|do) )?{_WORD}){{0,4}}")
_AFTER_CITY = re.compile(r"(?P<sep>\s?,\s?|\s\(|\s[-–/]\s|/|\s)")
_AREA = re.compile(r" (?:(?:Metropolitan|Metro|Bay) )?(?:Area|County|Region|City)\b")
_CODE_ENDS = re.compile(r"(?![A-Za-z0-9])|[A-Z][a-z]")
"""What may follow a state's code: no letter, or a word whose line break was lost."""
_LIST_GOES_ON = re.compile(r"\s?(?:,|/|&|\bor\b|\band\b)\s?[A-Z]")
_NO_PLACE = frozenset(
    "For In At From To And Or With As If On By Of Remote Hybrid Onsite On-site Office Offices"
    " Home Multiple Various Flexible Full Part Job Work"
    " Anywhere Worldwide Global National Nationwide Headquarters The Our This We You Type Time Team"
    " Agile Department Salary Schedule Employment Company Contract Permanent Negotiable Open"
    " Client Field See Not Any All Monday Number Category Please January February March April May"
    " June July August September October November December Yes No None Apply Description Travel"
    " Engineer Engineers Manager Developer Developers Director Executive Analyst Designer Lead Head"
    " Specialist Consultant Scientist Architect Officer Assistant Associate Nurse Sales Marketing"
    " Product Software Senior Junior Staff Principal Operations Inc Inc. LLC Ltd Ltd. GmbH Corp"
    " Corp."
    " University Bank Vice President Intern Data Engineering Programmer Representative Coordinator"
    " EST PST CST MST GMT CET UTC ET PT CT"
    " Technician Administrator Accountant Teacher Driver Customer Business Development".split()
)  # fmt: skip


def known(name: str) -> bool:
    """Whether the name, or the beginning of a place with its region, is in the list."""
    return name in CITIES or name in _WIDE


def wide(name: str) -> bool:
    """Whether the name is a country, a state or a part of the world, not a city."""
    return name in _WIDE and name not in CITIES


def place_at(text: str, start: int, end: int, *, new: bool = False) -> Span | None:
    """The place whose name begins here: one in the list, one with its region behind it, or, where
    `new` ones are welcome, any name of up to three words."""
    stops = _ends(text, start, end)
    for stop in stops:
        name = text[start:stop]
        after = _with_region(text, stop, end, name)
        if after > stop or known(name):
            plain = _plain_word(name) or (name.isupper() and len(name) < 5 and not known(name))
            return None if plain else (start, after)
    short = [s for s in stops if text[s - 1] != "." and len(text[start:s].split()) <= 3]
    stop = max(short, default=start)
    words = text[start:stop].split()
    numbered = _DEPARTMENT.match(text, stop, end)
    if numbered and words and not _plain_word(text[start:stop]):
        return (start, numbered.end())
    if new and words and not _NO_PLACE.intersection(words) and not _HOUSES.intersection(words):
        return (start, _area(text, stop, end))
    return None


def _plain_word(name: str) -> bool:
    return bool(_NO_PLACE.intersection(name.split()))


@lru_cache(maxsize=512)
def _ends(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the name that begins here may end, the longest first; its last full stop may end the
    sentence. Kept, as one name may be looked at as the region of another first."""
    match = _NAME.match(text, start, end)
    if not match:
        return ()
    cuts = [match.end()]
    cuts += [at for at in range(match.end() - 1, start, -1) if text[at] in " -"]
    found: list[int] = []
    for cut in cuts:
        found.append(cut)
        if text[cut - 1] == ".":
            found.append(cut - 1)
    return tuple(found)


def _with_region(text: str, at: int, end: int, name: str) -> int:
    """Where the place ends with the state or country that stands behind the city."""
    at = _area(text, at, end)
    for _ in range(2):
        stop = _region_end(text, at, end, name)
        if stop == at or text[at - 1] == ")":
            break
        at = stop
    return at


def _area(text: str, at: int, end: int) -> int:
    match = _AREA.match(text, at, end)
    return match.end() if match else at


def _region_end(text: str, at: int, end: int, name: str) -> int:
    sep = _AFTER_CITY.match(text, at, end)
    stops = _ends(text, sep.end(), end) if sep else ()
    if not sep or not stops:
        return at
    mark, start = sep["sep"].strip(), sep.end()
    for stop in [*stops, start + 2]:
        region = text[start:stop]
        if stop == start + 2 and not _CODE_ENDS.match(text, stop):
            continue
        if region not in _WIDE and region not in STATE_CODES:
            continue
        if mark == "(":
            return stop + 1 if text[stop : stop + 1] == ")" else at
        if not mark and (name not in CITIES or region in _WORDS_TOO):
            return at
        if mark in ("/", "-", "–") and name not in CITIES:
            return at
        listed = region in _BOTH and name in CITIES and _LIST_GOES_ON.match(text, stop, end)
        if wide(name) and region not in COUNTRIES and region not in STATE_CODES:
            return at
        if name in COUNTRIES and (region in COUNTRIES or mark != ","):
            return at
        return at if listed else stop
    return at
