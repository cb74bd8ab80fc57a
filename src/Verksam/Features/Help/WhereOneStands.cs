namespace Verksam.Features.Help;

/// <summary>Which page and section of the handbook tells of which screen. The longest beginning of an address wins; a test goes through every route.</summary>
internal static class WhereOneStands
{
    /// <summary>Address as its route has it, without conditions and without the unit; page, and the section when one tells of it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Told = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/"] = "index",
        ["/brev"] = "drift#brev",
        ["/dagar"] = "folj-upp#årets-dagar",
        ["/drift"] = "drift#se-att-allt-går",
        ["/installningar/aktiva"] = "folj-upp#vad-som-är-en-aktiv-medlem",
        ["/installningar/lagen"] = "folj-upp#läget",
        ["/installningar/medlemskap"] = "manniskor#så-räknas-medlemskap",
        ["/installningar/ord"] = "organisationen#era-egna-ord",
        ["/installningar/tva-steg"] = "konto#roller-som-kräver-två-steg",
        ["/kom-igang"] = "kom-igang#länken",
        ["/kom-igang/{secret}"] = "kom-igang#1-organisationen",
        ["/kom-igang/{secret}/du"] = "kom-igang#2-du",
        ["/konto"] = "konto#ditt-konto",
        ["/konto/engangskoder"] = "konto#två-steg",
        ["/konto/enheter"] = "konto#var-du-är-inloggad",
        ["/konto/nycklar"] = "konto#skärmlåset",
        ["/konto/tva-steg"] = "konto#två-steg",
        ["/konto/vem-ser"] = "konto#vem-ser-dina-uppgifter",
        ["/lage"] = "folj-upp#påminnelsen-på-måndagen",
        ["/logg"] = "loggen",
        ["/logga-in"] = "konto#logga-in",
        ["/logga-in/engangskod"] = "konto#två-steg",
        ["/logga-ut"] = "konto#logga-in",
        ["/manniskor"] = "manniskor#lägg-till-och-ge-uppdrag",
        ["/manniskor/{id}"] = "manniskor#en-människas-sida",
        ["/manniskor/{id}/konto"] = "manniskor#bjud-in",
        ["/manniskor/{id}/lamna-over"] = "manniskor#när-någon-lämnar-ett-uppdrag",
        ["/manniskor/{id}/avgift"] = "manniskor#avgift",
        ["/manniskor/{id}/tillhorighet"] = "manniskor#tillhörighet",
        ["/manniskor/{id}/uppdrag"] = "manniskor#lägg-till-och-ge-uppdrag",
        ["/manniskor/{id}/uppdrag/{assignment}"] = "manniskor#när-någon-lämnar-ett-uppdrag",
        ["/manniskor/importera"] = "manniskor#ta-in-från-fil",
        ["/manniskor/importera/{id}"] = "manniskor#granska-och-genomför",
        ["/manniskor/importera/{id}/kolumner"] = "manniskor#kolumnerna",
        ["/manniskor/importera/{id}/angra"] = "manniskor#ångra-en-import",
        ["/matt"] = "folj-upp#mått",
        ["/manniskor/bjud-in"] = "manniskor#gör-med-flera",
        ["/min-sida"] = "folj-upp#min-sida",
        ["/mina-ataganden"] = "folj-upp#ansvariga",
        ["/manniskor/{id}/vill-vara-med"] = "manniskor#nya-medlemmar",
        ["/nya-medlemmar"] = "manniskor#nya-medlemmar",
        ["/organisation/{slug}/valkomna"] = "manniskor#så-välkomnar-vi",
        ["/organisation"] = "organisationen#föreningarna",
        ["/organisation/{slug}"] = "organisationen#en-förening",
        ["/organisation/{slug}/grupper"] = "organisationen#grupper",
        ["/organisation/{slug}/logotyp"] = "organisationen#logotyp-och-färg",
        ["/organisation/{slug}/ny"] = "organisationen#föreningarna",
        ["/oversikt"] = "folj-upp#översikten",
        ["/planen"] = "planen#läsa",
        ["/planen/forslag"] = "planen#visa-som-förslag",
        ["/planen/forslag/{id}/yrkanden"] = "planen#yrkanden",
        ["/planen/fortsatter"] = "planen#nästa-års-plan",
        ["/planen/granska"] = "planen#granska",
        ["/planen/ta-in"] = "planen#ta-in",
        ["/planen/ta-tillbaka"] = "planen#ta-in",
        ["/planen/{year}/ansvariga"] = "folj-upp#ansvariga",
        ["/planen/{year}/nasta-ar"] = "planen#nästa-års-plan",
        ["/planen/{year}/styrelsen"] = "planen#till-styrelsen",
        ["/planen/{year}/versioner"] = "planen#en-ny-version-av-en-antagen-plan",
        ["/planen/{year}/{number}"] = "folj-upp#rapportera",
        ["/planen/{year}/{number}/ansvarig"] = "folj-upp#ansvariga",
        ["/planen/{year}/{number}/anteckning"] = "folj-upp#kopplat-och-anteckningar",
        ["/planen/{year}/{number}/delar"] = "folj-upp#föreningarnas-delar",
        ["/planen/{year}/{number}/koppla"] = "folj-upp#kopplat-och-anteckningar",
        ["/planen/{year}/{number}/planera-om"] = "planen#planera-om-under-året",
        ["/ringlistor"] = "ringa#ringlistor",
        ["/ringlistor/kvall"] = "ringa#där-nätet-är-dåligt",
        ["/ringlistor/ny"] = "ringa#en-ny-ringlista",
        ["/ringlistor/{id}"] = "ringa#hur-det-går",
        ["/ringlistor/{id}/andra"] = "ringa#en-ny-ringlista",
        ["/ringlistor/{id}/fragor"] = "ringa#frågorna",
        ["/ringlistor/{id}/kvall"] = "ringa#där-nätet-är-dåligt",
        ["/ringlistor/{id}/ring"] = "ringa#att-ringa",
        ["/ringlistor/{id}/ringare"] = "ringa#de-som-ringer",
        ["/rostlangd"] = "manniskor#röstlängd",
        ["/urval"] = "manniskor#urval",
        ["/sok"] = "manniskor#sök-i-allt",
        ["/uppfoljning"] = "folj-upp#uppföljning-till-styrelsen",
    };

    /// <summary>Where in the help: "/hjalp/planen#granska".</summary>
    public static string HelpFor(string screen)
    {
        var told = Told[Told.Keys.Where(known => IsIn(screen.Replace("/{unit}", "", StringComparison.Ordinal), known)).MaxBy(k => k.Length) ?? "/"];
        return told.Split('#') is [var page, var section] ? $"{Handbook.Address(page)}#{Uri.EscapeDataString(section)}" : Handbook.Address(told);
    }

    private static bool IsIn(string screen, string known) => (screen + "/").StartsWith(known + "/", StringComparison.Ordinal);
}
