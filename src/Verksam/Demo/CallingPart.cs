using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.Structure;

namespace Verksam.Demo;

/// <summary>Two call lists: one of last spring, done and closed, and one for the summer that is open now and half way.</summary>
internal static class CallingPart
{
    private static readonly string[] Wanted = ["Fler bänkar vid busshållplatsen.", "Öppettiderna på biblioteket.", "Lekplatsen behöver ses över."];

    private static readonly string[] HowMany = ["1", "1", "2"];

    // what calls come to, by and large
    private static readonly CallOutcome[] Usual =
        [CallOutcome.Reached, CallOutcome.Reached, CallOutcome.Reached, CallOutcome.WantsTo, CallOutcome.NoAnswer, CallOutcome.NoAnswer, CallOutcome.NoAnswer, CallOutcome.CallBack, CallOutcome.DoesNotWant];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var dice = new Dice(46);
        await Spring(story, dice, cancelled);
        await Summer(story, dice, cancelled);
    }

    private static async Task Spring(DemoStory story, Dice dice, CancellationToken cancelled)
    {
        var unit = story.Unit("Storälven");
        var list = new CallList(unit.Id);
        list.Describe("Inför kommundagarna", "Vi frågar vad medlemmarna vill att vi tar upp i kommunfullmäktige.", "Hej [namn], det är [jag] från [vi].\nVi frågar alla medlemmar inför kommundagarna.\nVad tycker du är viktigast just nu?");
        list.Lasts(new(2026, 4, 7), new(2026, 4, 30));
        var questions = new[] { Ask(list, 1, QuestionKind.One, "Vad är viktigast?", "Skolan\nBussarna\nVården\nBostäder"), Ask(list, 2, QuestionKind.YesNo, "Kommer du den 2 maj?"), Ask(list, 3, QuestionKind.Text, "Något vi ska tänka på?") };
        await Open(story, list, questions, [Characters.GroupLeader, Characters.Chair], new(2026, 4, 7), cancelled);
        var members = MembersOf(story, unit, new(2026, 4, 1)).ToList();
        for (var (i, day) = (0, new DateOnly(2026, 4, 8)); i < members.Count; i += 8, day = day.AddDays(2))
            await Call(story, dice, list, questions, members.Skip(i).Take(8), day, cancelled);
        story.On(new(2026, 4, 30), 20, story.Who(Characters.Chair).Id);
        story.Db.Attach(list);
        list.Close(story.Clock.GetUtcNow());
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static async Task Summer(DemoStory story, Dice dice, CancellationToken cancelled)
    {
        var unit = story.Unit("Norrlid");
        var list = new CallList(unit.Id);
        list.Describe("Sommarkampanjen", "Vi frågar vem som vill stå med oss på torget i juli och augusti.", "Hej [namn], jag heter [jag] och ringer från [vi].\nVi står på torget på lördagarna i juli och augusti.\nVill du vara med en lördag?");
        list.Lasts(new(2026, 6, 8), new(2026, 7, 5));
        list.LetMembersCall(true);
        var questions = new[] { Ask(list, 1, QuestionKind.YesNo, "Vill du stå på torget?"), Ask(list, 2, QuestionKind.Several, "Vilka lördagar passar?", "11 juli\n18 juli\n1 augusti\n8 augusti"), Ask(list, 3, QuestionKind.Number, "Hur många kan du ta med?") };
        await Open(story, list, questions, [Characters.Organiser, Characters.BoardMember, Characters.PlainMember], new(2026, 6, 8), cancelled);
        var members = MembersOf(story, unit, new(2026, 6, 1)).ToList();
        await Call(story, dice, list, questions, members.Take(9), new(2026, 6, 9), cancelled);
        await Call(story, dice, list, questions, members.Skip(9).Take(12), new(2026, 6, 11), cancelled);
    }

    private static CallQuestion Ask(CallList list, int order, QuestionKind kind, string text, string? options = null)
    {
        var question = new CallQuestion(list.Id, order);
        question.Ask(kind, text, options);
        return question;
    }

    private static Task Open(DemoStory story, CallList list, CallQuestion[] questions, Character[] callers, DateOnly day, CancellationToken cancelled)
    {
        story.On(day, 9, story.Who(Characters.Organiser).Id);
        list.Choose(RelationKind.Member, below: true);
        list.Open();
        story.Db.AddRange([list, .. questions, .. callers.Select(c => new Caller(list.Id, story.Who(c).Id))]);
        return story.Db.SaveChangesAsync(cancelled);
    }

    private static IEnumerable<Member> MembersOf(DemoStory story, Unit unit, DateOnly on) =>
        story.Members.Where(m => m.Unit.Id == unit.Id && m is { IsNamed: false, Until: null, Person: { Phone: not null, IsProtected: false, DoNotCall: false } } && m.Since < on);

    // an evening's calls by two who call; saved at its end, as the calls know who and when
    private static Task Call(DemoStory story, Dice dice, CallList list, CallQuestion[] questions, IEnumerable<Member> members, DateOnly day, CancellationToken cancelled)
    {
        foreach (var (i, member) in members.Index())
        {
            var by = story.Who(i % 3 == 0 ? Characters.Chair : Characters.BoardMember).Id;
            story.On(day, 17 + (i / 4), by);
            var (now, outcome) = (story.Clock.GetUtcNow().AddMinutes(i % 4 * 12), dice.Of(Usual));
            var call = new Call(Guid.CreateVersion7(), new CallTicket(list.Id, member.Person.Id, by, now.AddMinutes(-5), member.Person.Phone), now);
            call.Tell(new CallTold { Telling = 1, Note = Note(outcome, i) }, outcome, now.AddMinutes(-5), now);
            story.Db.Add(call);
            if (outcome is CallOutcome.Reached or CallOutcome.WantsTo)
                story.Db.AddRange(questions.SelectMany(q => Said(q, dice)).Select(said => new CallAnswer(call, said.Question.Id, said.Said)));
        }
        story.On(day, 21);
        return story.Db.SaveChangesAsync(cancelled);
    }

    private static string? Note(CallOutcome outcome, int i) => outcome == CallOutcome.WantsTo && i % 2 == 0 ? "Kommer gärna, helst på förmiddagen." : null;

    private static IEnumerable<(CallQuestion Question, string Said)> Said(CallQuestion question, Dice dice) => question.Kind switch
    {
        QuestionKind.Text => dice.OneIn(4) ? [(question, dice.Of(Wanted))] : [],
        QuestionKind.Number => dice.OneIn(2) ? [(question, dice.Of(HowMany))] : [],
        QuestionKind.Several => question.Choices.Where(_ => dice.OneIn(3)).Select(choice => (question, choice)),
        _ => [(question, dice.Of(question.Choices.ToArray()))],
    };
}
