using System.Net;
using Shouldly;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>Every page that is not open to all, asked for by everybody, where there is something to see behind each.</summary>
public sealed class WhoMayComeInTests
{
    private static readonly string[] Editors = ["Tove Hallström", "Ragnar Ek", "Birgitta Åman", "Siv Berg"];

    private static readonly string[] DistrictEditors = ["Tove Hallström", "Ragnar Ek", "Siv Berg"];

    private static readonly string[] Arrangers = [.. Editors, "Yusuf Demir"];

    private static readonly string[] SeePeople = [.. Editors, "Yusuf Demir"];

    private static readonly string[] WithAnAssignment = [.. Editors, "Yusuf Demir", "Göran Ödman", "Lena Lund", "Ahmed Nilsson"];

    private static readonly string[] SignedIn = [.. WithAnAssignment, "Ulf Tidström", "Maja Främling"];

    /// <summary>Who gets a page or is sent onward inside the house. Behind the ids: the district's draft, a member of Storå, a letter.</summary>
    internal static readonly Dictionary<string, string[]> MayCome = new(StringComparer.Ordinal)
    {
        ["/"] = SignedIn,
        ["/aktiviteter"] = WithAnAssignment,
        ["/aktiviteter/ny"] = Arrangers,
        ["/aktiviteter/bemanning"] = Arrangers,
        ["/aktiviteter/platser"] = Arrangers,
        ["/aktiviteter/platser/ny"] = Arrangers,
        ["/aktiviteter/platser/{id:guid}"] = DistrictEditors,
        ["/aktiviteter/omplaneringar/{id:guid}"] = DistrictEditors,
        ["/aktiviteter/platser/utfall"] = Arrangers,
        ["/aktiviteter/samtal"] = Arrangers,
        ["/aktiviteter/planera-om"] = Arrangers,
        ["/aktiviteter/prenumerera"] = WithAnAssignment,
        ["/aktiviteter/serier/{id:guid}"] = DistrictEditors,
        ["/aktiviteter/{id:guid}"] = WithAnAssignment, // the district's, for its members
        ["/aktiviteter/{id:guid}/andra"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/anmalan"] = WithAnAssignment,
        ["/aktiviteter/{id:guid}/anmalda"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/att-ordna"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/rapport"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/samtal"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/ute"] = DistrictEditors, // nobody stands there yet
        ["/aktiviteter/{id:guid}/ute/intresse"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/bild"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/dorren"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/dorren/kod/{code}"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/fragor"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/hjalp"] = [], // the district has nobody above it to ask
        ["/aktiviteter/{id:guid}/inbjudna"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/kostnader"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/mitt-pass/{shift:guid?}"] = WithAnAssignment,
        ["/aktiviteter/{id:guid}/pass"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/pass/utskrift"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/pass/{shift:guid}"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/planen"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/brev"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/program"] = DistrictEditors,
        ["/aktiviteter/{id:guid}/ta-med"] = DistrictEditors,
        ["/konto"] = SignedIn,
        ["/konto/nycklar"] = SignedIn,
        ["/konto/engangskoder"] = SignedIn,
        ["/konto/tva-steg"] = SignedIn, // where nothing is withheld it only leads back
        ["/konto/vem-ser"] = SignedIn,
        ["/konto/enheter"] = SignedIn,
        ["/idag"] = WithAnAssignment,
        ["/min-sida"] = SignedIn,
        ["/utan-nat/nyckel"] = SignedIn,
        ["/logg"] = [.. Editors, "Göran Ödman"],
        ["/brev"] = ["Siv Berg"],
        ["/brev/{id:guid}"] = [], // read only where letters are kept in a folder: see the tests of letters
        ["/drift"] = ["Siv Berg"],
        ["/manniskor"] = SeePeople,
        ["/manniskor/ny"] = Editors,
        ["/manniskor/bjud-in"] = [], // leads nowhere without a choice of one's own: see InviteManyTests
        ["/manniskor/{id:guid}"] = [.. DistrictEditors, "Ahmed Nilsson"],
        ["/manniskor/{id:guid}/konto"] = DistrictEditors,
        ["/manniskor/{id:guid}/uppdrag"] = DistrictEditors,
        ["/manniskor/{id:guid}/lamna-over"] = DistrictEditors,
        ["/manniskor/{id:guid}/uppdrag/{assignment:guid}"] = DistrictEditors,
        ["/manniskor/{id:guid}/uppgifter"] = DistrictEditors,
        ["/manniskor/{id:guid}/kontakt"] = DistrictEditors,
        ["/manniskor/{id:guid}/adress"] = DistrictEditors,
        ["/manniskor/{id:guid}/anteckningar"] = DistrictEditors,
        ["/manniskor/{id:guid}/etiketter"] = DistrictEditors,
        ["/manniskor/{id:guid}/egna-falt"] = DistrictEditors,
        ["/manniskor/{id:guid}/kan-och-vill"] = [.. DistrictEditors, "Ahmed Nilsson"],
        ["/manniskor/{id:guid}/platser"] = DistrictEditors,
        ["/manniskor/tagga"] = [], // nobody is chosen here: see the tests of tags
        ["/manniskor/ge-kontakt"] = [], // nor here: see the tests of waiting
        ["/fortroendevalda"] = SeePeople,
        ["/installningar/etiketter"] = Editors,
        ["/installningar/falt"] = Editors,
        ["/installningar/falt/{id:guid}"] = DistrictEditors,
        ["/installningar/kan-och-vill"] = Editors,
        ["/installningar/organ"] = Editors,
        ["/manniskor/{id:guid}/skydd"] = ["Tove Hallström", "Siv Berg"],
        ["/manniskor/{id:guid}/skydd/identitet"] = [], // nobody here is under seal: see the tests of who is
        ["/manniskor/{id:guid}/skydd/andra"] = [],
        ["/manniskor/{id:guid}/tillhorighet"] = DistrictEditors,
        ["/manniskor/{id:guid}/avgift"] = DistrictEditors,
        ["/manniskor/exportera"] = Editors,
        ["/manniskor/importera"] = Editors,
        ["/manniskor/importera/{id:guid}"] = DistrictEditors,
        ["/manniskor/importera/{id:guid}/kolumner"] = DistrictEditors,
        ["/manniskor/importera/{id:guid}/angra"] = DistrictEditors, // nothing is done yet: it leads back to the import
        ["/manniskor/{id:guid}/vill-vara-med"] = DistrictEditors,
        ["/nya-medlemmar"] = SignedIn, // whoever has nobody to call is told so
        ["/nya-medlemmar/{id:guid}"] = [.. DistrictEditors, "Lena Lund"], // Ahmed is new in Storå, and Lena is to call
        ["/organisation/{slug}/valkomna"] = DistrictEditors,
        ["/rostlangd"] = SeePeople,
        ["/ringlistor"] = Editors,
        ["/ringlistor/ny"] = Editors,
        ["/ringlistor/{id:guid}"] = DistrictEditors,
        ["/ringlistor/{id:guid}/andra"] = DistrictEditors,
        ["/ringlistor/{id:guid}/fragor"] = DistrictEditors,
        ["/ringlistor/{id:guid}/ringare"] = DistrictEditors,
        ["/ringlistor/{id:guid}/vilka"] = DistrictEditors,
        ["/ringlistor/{id:guid}/svar"] = DistrictEditors,
        ["/ringlistor/{id:guid}/ring"] = [.. DistrictEditors, "Ahmed Nilsson"], // who is named as a caller
        ["/ringlistor/{id:guid}/kvall"] = [.. DistrictEditors, "Ahmed Nilsson"],
        ["/sok"] = SignedIn,
        ["/organisation"] = WithAnAssignment,
        ["/organisation/{slug}"] = DistrictEditors,
        ["/organisation/{slug}/grupper"] = DistrictEditors,
        ["/organisation/{slug}/logotyp"] = DistrictEditors,
        ["/organisation/{slug}/ny"] = DistrictEditors,
        ["/oversikt"] = WithAnAssignment,
        ["/uppfoljning"] = WithAnAssignment,
        ["/urval"] = SeePeople,
        ["/urval/nytt"] = SeePeople,
        ["/urval/valda"] = SeePeople, // without a choice it leads back to the list
        ["/urval/{id:guid}"] = SeePeople, // the district's: what is saved above is used below
        ["/mina-ataganden"] = WithAnAssignment,
        ["/matt"] = WithAnAssignment,
        ["/matt/{slug}"] = WithAnAssignment,
        ["/planen"] = WithAnAssignment,
        ["/planen/ta-in"] = Editors,
        ["/planen/granska/{id:guid}"] = DistrictEditors,
        ["/planen/granska/{id:guid}/lagg-till"] = DistrictEditors,
        ["/planen/ta-tillbaka/{id:guid}"] = [], // nothing is put aside here: see the tests of what is
        ["/planen/forslag/{id:guid}"] = DistrictEditors,
        ["/planen/forslag/{id:guid}/yrkanden"] = [], // nobody moves anything of a draft: see the tests of amendments
        ["/planen/forslag/{id:guid}/yrkanden/nytt"] = [],
        ["/planen/{year:int}/versioner"] = WithAnAssignment,
        ["/planen/{unit}/{year:int}/versioner"] = [.. Editors, "Yusuf Demir", "Lena Lund"],
        ["/planen/{year:int}"] = WithAnAssignment,
        ["/planen/{year:int}/ansvariga"] = DistrictEditors,
        ["/planen/{year:int}/{number:commitment}"] = WithAnAssignment,
        ["/planen/{year:int}/{number:commitment}/ansvarig"] = Editors, // opened, it only leads back to the commitment
        ["/planen/{year:int}/{number:commitment}/anteckning"] = WithAnAssignment, // opened, it only leads back to the commitment
        ["/planen/{year:int}/{number:commitment}/koppla"] = DistrictEditors,
        ["/planen/{year:int}/{number:commitment}/planera-om"] = DistrictEditors,
        ["/planen/{year:int}/{number:commitment}/delar"] = DistrictEditors,
        ["/planen/{year:int}/{number:commitment}/delar/{part}"] = WithAnAssignment,
        ["/planen/{unit}/{year:int}/{number:commitment}/delar"] = Editors,
        ["/planen/{unit}/{year:int}/{number:commitment}/delar/{part}"] = [], // an association has nobody below it
        ["/planen/fortsatter/{id:guid}"] = DistrictEditors,
        ["/planen/{year:int}/nasta-ar"] = DistrictEditors,
        ["/planen/{unit}/{year:int}/nasta-ar"] = Editors,
        ["/planen/{year:int}/styrelsen"] = DistrictEditors,
        ["/planen/{unit}/{year:int}/styrelsen"] = Editors,
        ["/planen/{year:int}/styrelsen/{id:guid}"] = DistrictEditors,
        ["/planen/{unit}/{year:int}/styrelsen/{id:guid}"] = [], // the meeting is the district's
        ["/dagar/{year:int?}"] = WithAnAssignment,
        ["/dagar/ny"] = Editors,
        ["/dagar/dag/{id:guid}"] = DistrictEditors,
        ["/installningar/aktiva"] = ["Siv Berg"],
        ["/installningar/aktivitetsslag"] = ["Siv Berg"],
        ["/installningar/kalenderdagar"] = ["Siv Berg"],
        ["/installningar/besked"] = ["Siv Berg"],
        ["/installningar/lagen"] = ["Siv Berg"],
        ["/installningar/medlemskap"] = ["Siv Berg"],
        ["/installningar/ord"] = ["Siv Berg"],
        ["/installningar/tva-steg"] = ["Siv Berg"],
        ["/planen/{unit}/{year:int}/{number:commitment}/anteckning"] = WithAnAssignment,
        ["/planen/{unit}/{year:int}/{number:commitment}/koppla"] = [.. Editors, "Yusuf Demir"], // reports for Alnäs
        ["/planen/{unit}/{year:int}/{number:commitment}/planera-om"] = Editors,
        ["/planen/{unit}/{year:int}"] = [.. Editors, "Yusuf Demir", "Lena Lund"],
        ["/planen/{unit}/{year:int}/ansvariga"] = Editors,
        ["/planen/{unit}/{year:int}/{number:commitment}"] = [.. Editors, "Yusuf Demir", "Lena Lund"],
        ["/planen/{unit}/{year:int}/{number:commitment}/ansvarig"] = Editors,
    };

    [Fact]
    public async Task The_table_has_every_page_that_is_not_open_to_all()
    {
        await using var app = await AppUnderTest.StartEmpty();

        Closed(app).Order(StringComparer.Ordinal).ShouldBe(MayCome.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Each_of_the_cast_comes_in_where_the_table_says_and_nowhere_else(string name)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        await app.Write(db => Task.FromResult(db.Letters.Add(new Letter("sign-in", Cast.MemberOfStora.Id.Value, FakeTime.Start))));
        var places = await app.Read(Plans.Places);
        var visitor = await app.As(Cast.Named(name));
        var cameIn = new List<string>();
        foreach (var pattern in Closed(app))
        {
            var answer = await visitor.Get(Plans.Fill(pattern, places));
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect)
                cameIn.Add(pattern);
            else
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }

        cameIn.Order(StringComparer.Ordinal).ShouldBe(
            MayCome.Where(m => m.Value.Contains(name)).Select(m => m.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_door()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        await app.Write(db => Task.FromResult(db.Letters.Add(new Letter("sign-in", Cast.MemberOfStora.Id.Value, FakeTime.Start))));
        var places = await app.Read(Plans.Places);
        foreach (var pattern in Closed(app))
        {
            var answer = await app.Anybody().Get(Plans.Fill(pattern, places));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, pattern);
            answer.Headers.Location!.AbsolutePath.ShouldBe("/logga-in", pattern);
        }
    }

    [Fact]
    public async Task Files_that_are_not_there_are_not_told_of_to_whoever_is_not_signed_in()
    {
        await using var app = await AppUnderTest.Start();

        (await app.Anybody().Get("/hemlig.pdf")).Headers.Location!.AbsolutePath.ShouldBe("/logga-in");
    }

    public static TheoryData<string> Everybody() => [.. Cast.All.Select(p => p.Name)];

    private static IEnumerable<string> Closed(AppUnderTest app) =>
        Routes.All(app).Where(r => !Routes.IsAnonymous(r) && !Routes.IsReloading(r)).Select(Routes.Pattern).Distinct(StringComparer.Ordinal);
}
