namespace Verksam.Formats.Tables.Columns;

/// <summary>The words that registers have for their columns, Swedish first, then English, Norwegian and Danish.</summary>
internal static class FieldWords
{
    private static readonly (ColumnField Field, string Words)[] Table =
    [
        (ColumnField.GivenName, "förnamn fornamn fnamn förn tilltalsnamn givenname firstname first fornavn"),
        (ColumnField.FamilyName, "efternamn enamn eftern släktnamn familyname lastname surname last etternavn efternavn slektsnavn"),
        (ColumnField.FullName, "namn name fullname helnamn medlemsnamn namnpåmedlem navn fulltnavn kontaktperson för-ochefternamn förochefternamn"),
        (ColumnField.NationalId, "personnummer personnr persnr pnr pn samordningsnummer personid nationalid ssn fødselsnummer fodselsnummer fnr cprnummer cpr"),
        (ColumnField.BirthDate, "född födelsedatum födelsedag fdat föddatum födelsedata födelsetid birthdate dateofbirth birthday born dob fødselsdato født fodt"),
        (ColumnField.BirthYear, "födelseår föddår får birthyear yearofbirth fødselsår fodselsar årgång"),
        (ColumnField.Email, "epost epostadress mejl mejladress mail email emailaddress epost1 epost2 emailadress eposthem epostarbete epostprivat"),
        (ColumnField.Mobile, "mobil mobiltelefon mobilnr mobilnummer mob mobtel tfnmobil telefonmobil mobile mobilephone cellphone cell mobiltlf"),
        (ColumnField.Phone, "telefon telefonnummer telefonnr tel tfn tele tel1 tel2 tel3 telhem telarb telefonhem telefonarbete hemtelefon arbetstelefon telefon1 telefon2 telefon3 phone phone2 phone3 phonenumber telephone tlf"),
        (ColumnField.CareOf, "co careof coadress coaddress"),
        (ColumnField.Street, "gata gatuadress adress adr utdelningsadress postadress1 adress1 adressrad1 bostadsadress hemadress street streetaddress address gate vej gateadresse"),
        (ColumnField.PostalCode, "postnummer postnr pnummer postkod postalcode postcode zip zipcode postnr1"),
        (ColumnField.Town, "ort postort stad bostadsort town city posttown poststed by"),
        (ColumnField.Municipality, "kommun kommunkod kommunnamn komkod hemkommun municipality municipalitycode kommune kommunenummer kommunnr"),
        (ColumnField.Unit, "förening avdelning lokalförening lokalavdelning partiförening klubb krets org organisation orgenhet enhet grupp distrikt unit branch chapter club fackf fackförening lag forening lokallag afdeling"),
        (ColumnField.Relation, "relation kat kategori medlemskategori medlemstyp medlemsstatus typ status roll category membertype membership membershiptype kategorie"),
        (ColumnField.JoinedOn, "inträde inträdesdatum inträdd medlemsedan intr indatum inskriven inskrivningsdatum gickmed joined joinedon joindate membersince startdatum innmeldt indmeldt innmeldtdato"),
        (ColumnField.LeftOn, "utträde utträdesdatum utträdd utdatum avslutad avslutsdatum utgick slutdatum left lefton enddate leavedate utmeldt udmeldt"),
        (ColumnField.PaidUntil, "bettom betaltom betaldtom betalttom betaltillochmed betaldtillochmed betalttillochmed betaltill betalttill giltigtom giltigttom giltigttill gällertom paiduntil validuntil paidto expires expiry gyldigtil betalttil"),
        (ColumnField.PaidOn, "betaldatum betaldat betald betalt betalning betalningsdatum senastbetald avgiftbetald betdat betaldden paidon paid paymentdate lastpayment betalingsdato"),
        (ColumnField.Language, "språk modersmål språkkod language lang språk1 sprog mål"),
        (ColumnField.MemberNumber, "medlemsnummer medlemsnr medlnr medlemsid mnr medlemnr medlem membernumber memberno memberid medlemsnummeret"),
        (ColumnField.ExternalId, "id externtid externid kundnummer kundnr löpnr löpnummer nr nummer guid uuid externalid recordid nyckel"),
        (ColumnField.Note, "anteckning anteckningar notering noteringar anm anmärkning kommentar kommentarer övrigt övriginfo info note notes comment comments remarks merknad bemærkning fritext"),
        (ColumnField.Tags, "etikett etiketter taggar tagg intresse intressen uppdrag kompetens tags tag labels label interests märkning"),
        (ColumnField.Protected, "skydd skyddad skyddadid skyddadidentitet skyddadepersonuppgifter sekretess sekretessmarkering skyddadfolkbokföring spärrmarkering protected protectedidentity"),
        (ColumnField.Ignore, "kön juridisktkön gender sex kjønn køn land country summa total län avgift belopp"),
    ];

    private static readonly Dictionary<string, ColumnField> Known = Table
        .SelectMany(t => t.Words.Split(' ').Select(word => (Word: Plain(word), t.Field)))
        .DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Field, StringComparer.Ordinal);

    /// <summary>Letters and digits alone, small.</summary>
    public static string Plain(string heading) => string.Concat(heading.ToLowerInvariant().Where(char.IsLetterOrDigit));

    public static ColumnField? Same(string plain) => Known.TryGetValue(plain, out var field) ? field : null;

    /// <summary>The words that a heading is like, each with how like it is, 0 to 1.</summary>
    public static IEnumerable<(ColumnField Field, string Word, double Likeness)> Like(string plain)
    {
        var like = Known.Select(k => (Field: k.Value, Word: k.Key, Likeness: Likeness(plain, k.Key))).Where(k => k.Likeness > 0).ToList();
        // In "Efternamn 2" the "namn" is a part of the word that was meant
        return like.Where(l => !like.Exists(longer => longer.Likeness > l.Likeness && longer.Word.Length > l.Word.Length
            && longer.Word.Contains(l.Word, StringComparison.Ordinal)));
    }

    private static double Likeness(string heading, string word)
    {
        const int leastPart = 4, leastAbbreviation = 3, leastMisspelt = 5;
        // "Medlemmens efternamn", "E-post (privat)": the longer the word, the more of the heading it explains
        if (word.Length >= leastPart && heading.Contains(word, StringComparison.Ordinal)) return 0.5 + (0.4 * word.Length / heading.Length);
        if (heading.Length >= leastAbbreviation && word.StartsWith(heading, StringComparison.Ordinal)) return 0.4 + (0.4 * heading.Length / word.Length);
        return heading.Length >= leastMisspelt && word.Length >= leastMisspelt && IsOneSlipAway(heading, word) ? 0.75 : 0;
    }

    // A letter too many, too few, or another
    private static bool IsOneSlipAway(string one, string other)
    {
        if (one.Length > other.Length) return IsOneSlipAway(other, one);
        if (other.Length - one.Length > 1) return false;
        var same = one.AsSpan().CommonPrefixLength(other);
        return one.Length == other.Length
            ? one.AsSpan(Math.Min(same + 1, one.Length)).SequenceEqual(other.AsSpan(Math.Min(same + 1, other.Length)))
            : one.AsSpan(same).SequenceEqual(other.AsSpan(same + 1));
    }
}
