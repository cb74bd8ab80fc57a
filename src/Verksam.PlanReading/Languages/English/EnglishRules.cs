using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.English;

/// <summary>English. "Will" tells an intention; "shall" and "must" bind.</summary>
internal static class EnglishRules
{
    public static readonly LanguageRules Rules = new()
    {
        Code = "en",
        Marks = WordList.Set("the and of to is are will shall should with by our we from members this that be new year"),
        Promise = EnglishPromises.Words,
        Verbs = EnglishPromises.Verbs,
        Plan = Plan(),
        Time = EnglishTimes.Words,
        Count = EnglishTimes.Counts,
    };

    private static PlanWords Plan() => new()
    {
        Titles = ["annual plan", "action plan", "work plan", "activity plan", "plan of activities", "work programme", "work program", "programme of work", "plan of action", "business plan", "operational plan", "yearly plan"],
        Bylines = ["adopted", "proposal", "draft", "approved", "version", "agreed", "last updated", "proposed"],
        InfinitiveMark = "to",
        Chapters = new Dictionary<ChapterKind, string[]>
        {
            [ChapterKind.Background] = ["background", "introduction", "about ", "who we are", "history", "foreword", "where we are", "current situation", "summary", "last year"],
            [ChapterKind.Ideals] = ["vision", "values", "mission", "purpose", "our beliefs"],
            [ChapterKind.Goals] = ["goals", "objectives", "targets", "aims "],
            [ChapterKind.Programme] = ["activities", "actions", "calendar", "events", "programme ", "meetings", "what we will do", "courses", "priorities", "diary"],
        },
        Labels = new Dictionary<FieldKind, string[]>
        {
            [FieldKind.Goal] = ["goal", "goals", "objective", "objectives", "target", "targets", "aim", "aims"],
            [FieldKind.Activity] = ["action", "actions", "activity", "activities", "task", "tasks", "what"],
            [FieldKind.Responsible] = ["responsible", "owner", "who", "lead", "responsibility"],
            [FieldKind.When] = ["when", "deadline", "date", "by when", "due", "timing", "time"],
            [FieldKind.Other] = ["background", "status", "budget", "cost", "place", "where", "notes", "comment", "purpose", "contact", "why"],
        },
        Events = new Endings(WordList.Split("""
            course courses meeting meetings conference seminar party camp trip evening day workshop regatta tournament concert exhibition picnic festival fair lecture rally
            night training weekend session gala visit
            """), "day"),
        Questions = new Phrases("what, how, who, why, when, where"),
        Describes = new Phrases("consists of, consist of, made up of, works with, members of, examples of, contact"),
    };
}
