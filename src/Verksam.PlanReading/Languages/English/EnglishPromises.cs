using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.English;

/// <summary>What promises in English, who can, and the verbs that plans are made of.</summary>
internal static class EnglishPromises
{
    public static readonly PromiseWords Words = new()
    {
        Must = new Phrases("shall, must, has to, have to, is required to, are required to"),
        Charged = new Phrases("is responsible for, are responsible for, shall be responsible for, is in charge of, takes responsibility for"),
        Should = new Phrases("should, ought to, need to, needs to"),
        Encouraged = new Phrases("are encouraged to, is encouraged to, are invited to, is invited to, are welcome to, are asked to, is asked to, are urged to"),
        Intends = new Phrases("will, plan to, plans to, intend to, intends to, aim to, aims to, hope to, hopes to, hope that, want to, wants to, are going to, is going to, continue to, continues to, wish to, seek to, seeks to, expect to"),
        Aims = new Phrases("our goal is, the goal is, our aim is, the aim is, our target is, the target is, our ambition is, the objective is, our objective is, aim to have"),
        States = new Phrases("is, was, are, were, has, had, have, can, could, may, might, would, did, means, belongs, fell, rose"),
        We = new Phrases("we, us"),
        Own = new Endings(WordList.Split("""
            board committee branch club union association organisation organization team group executive party chair chairman chairperson chairwoman treasurer secretary
            officer coach coaches coordinator steward stewards council trustees trustee delegation section chapter federation subcommittee staff working-group editor committees branches teams
            """)),
        Others = new Phrases("the government, government, the council, city council, county council, the hospital, the employer, employer, the county, parliament, the state, authorities, the city"),
        Members = new Phrases("members, member, volunteers, supporters, participants, parents, residents"),
        Everybody = new Phrases("everyone, everybody, nobody, no one, people, all people, none"),
        Not = new Phrases("not, never, no longer"),
        Openers = new Phrases("that, which, who, if, when, because, where, while, whether, although, as soon as"),
        Joints = new Phrases("; , and we, but we, so we, and will, and shall"),
        Never = new Phrases("it is important, is important, this means, according to our rules, according to the law, this plan describes, will not, won't"),
        Prepositions = new Phrases("in, on, at, to, from, for, with, by, of, after, before, during, within, about, under, against, over, through, between, without, until, every, each"),
        Agent = "by",
        Passive = new Phrases("be, take place"),
    };

    public static readonly VerbForms Verbs = new(Bend,
        (VerbSense.Action, """
            organise organize arrange hold run make write send publish visit start launch invite buy replace build paint clear review evaluate set create introduce hire adopt
            elect produce print meet repair plant clean propose map develop call knock canvass present mark open print train prepare apply appoint repaint host offer complete
            """),
        (VerbSense.Duty, """
            follow participate cooperate support inform work maintain update represent contribute ensure help advise give drive lead answer talk report collect coordinate provide serve
            keep monitor
            """),
        (VerbSense.Change, "increase reduce reach become grow recruit strengthen improve double halve lower raise cut find achieve win"),
        (VerbSense.State, "have get"));

    // "organise" is both infinitive and present plural; the form in -ed tells the past
    private static IEnumerable<(string Word, VerbForm Form)> Bend(string lemma)
    {
        yield return (lemma, VerbForm.Infinitive | VerbForm.Present);
        var hisses = lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith('s');
        yield return (lemma.EndsWith('y') && lemma is not ("buy" or "employ") ? lemma[..^1] + "ies" : lemma + (hisses ? "es" : "s"), VerbForm.Present);
        yield return (lemma.EndsWith('e') ? lemma + "d" : lemma + "ed", VerbForm.Past);
    }
}
