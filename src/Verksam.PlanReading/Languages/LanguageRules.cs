using System.Collections.Frozen;
using Verksam.PlanReading.Judging;

namespace Verksam.PlanReading.Languages;

/// <summary>Everything that the rules know of a language: tables only, no rule of its own.</summary>
internal sealed class LanguageRules
{
    /// <summary>As in BCP 47: nb, da, en.</summary>
    public required string Code { get; init; }

    /// <summary>Common little words that Swedish does not have: what the language is known by.</summary>
    public required FrozenSet<string> Marks { get; init; }

    public required PromiseWords Promise { get; init; }

    public required VerbForms Verbs { get; init; }

    public required PlanWords Plan { get; init; }

    public required TimeWords Time { get; init; }

    public required CountWords Count { get; init; }

    /// <summary>What a label holds: "Ansvarlig", "When:", "Mål 2"; null when it is none.</summary>
    public FieldKind? LabelOf(string label)
    {
        var lower = Words.Casing.InLower(label).Trim().TrimEnd("?:0123456789. ".ToCharArray());
        foreach (var (kind, words) in Plan.Labels)
            if (Array.Exists(words, w => string.Equals(w, lower, StringComparison.Ordinal))) return kind;
        return null;
    }
}

/// <summary>What makes a promise, who can make one, and what makes it none.</summary>
internal sealed class PromiseWords
{
    public required Phrases Must { get; init; }

    /// <summary>"is responsible for": a must that is a duty whatever comes after it.</summary>
    public required Phrases Charged { get; init; }

    public required Phrases Should { get; init; }

    public required Phrases Encouraged { get; init; }

    /// <summary>"will", "plans to": somebody of ours must be the subject, or a passive follow.</summary>
    public required Phrases Intends { get; init; }

    /// <summary>"our goal is to": what follows is a goal.</summary>
    public required Phrases Aims { get; init; }

    /// <summary>Verbs that say how things are or were.</summary>
    public required Phrases States { get; init; }

    public required Phrases We { get; init; }

    public required Words.Endings Own { get; init; }

    public required Phrases Others { get; init; }

    public required Phrases Members { get; init; }

    /// <summary>"everybody", "nobody": what they shall is mostly ideology.</summary>
    public required Phrases Everybody { get; init; }

    public required Phrases Not { get; init; }

    /// <summary>What opens a clause whose verb is not the sentence's own.</summary>
    public required Phrases Openers { get; init; }

    /// <summary>What a second main clause begins with.</summary>
    public required Phrases Joints { get; init; }

    /// <summary>Words that rule a promise out wherever they stand.</summary>
    public required Phrases Never { get; init; }

    /// <summary>Prepositions and what else a subject does not reach over.</summary>
    public required Phrases Prepositions { get; init; }

    /// <summary>"by", between a passive and who does it.</summary>
    public required string Agent { get; init; }

    /// <summary>What stands between a modal and a passive of two words ("be held"); empty when the passive is one word.</summary>
    public required Phrases Passive { get; init; }
}

/// <summary>What a plan calls itself, its chapters, its labels and its lists.</summary>
internal sealed class PlanWords
{
    public required string[] Titles { get; init; }

    public required string[] Bylines { get; init; }

    public required IReadOnlyDictionary<ChapterKind, string[]> Chapters { get; init; }

    public required IReadOnlyDictionary<FieldKind, string[]> Labels { get; init; }

    /// <summary>Before the infinitive: å, at, to.</summary>
    public required string InfinitiveMark { get; init; }

    /// <summary>What is held on a day, known by its end: a course, a meeting, a trip.</summary>
    public required Words.Endings Events { get; init; }

    /// <summary>What a heading that asks begins with: "What we will do" is no sentence.</summary>
    public required Phrases Questions { get; init; }

    /// <summary>Words in a line over a list that describes and promises nothing.</summary>
    public required Phrases Describes { get; init; }
}
