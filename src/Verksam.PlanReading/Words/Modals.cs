using System.Collections.Frozen;

namespace Verksam.PlanReading.Words;

/// <summary>How a modal verb is read.</summary>
internal enum ModalUse
{
    /// <summary>ska, måste, bör: an infinitive follows, or "vara" is understood.</summary>
    Plain,

    /// <summary>kommer, behöver, planerar, tänker: a promise only when an infinitive follows.</summary>
    WithInfinitive,

    /// <summary>vill, hoppas, siktar, fortsätter: a promise when the organisation is the subject.</summary>
    OfSubject,

    /// <summary>uppmanas: addressed to the subject.</summary>
    Addressed,

    /// <summary>kan, får: permission or ability, seldom a promise.</summary>
    Permission,
}

internal readonly record struct Modal(string Word, Modality Modality, ModalUse Use);

/// <summary>The verbs that make a sentence a promise. Add a word to the line where its likes stand.</summary>
internal static class Modals
{
    private static readonly FrozenDictionary<string, Modal> _table = new (Modality, ModalUse, string)[]
    {
        (Modality.Must, ModalUse.Plain, "ska skall måste"),
        (Modality.Must, ModalUse.Addressed, "åläggs"),
        (Modality.Must, ModalUse.OfSubject, "ansvarar svarar"),
        (Modality.Should, ModalUse.Plain, "bör borde"),
        (Modality.Should, ModalUse.WithInfinitive, "behöver"),
        (Modality.Intends, ModalUse.WithInfinitive, "kommer ämnar tänker avser planerar försöker beräknas planeras förväntar"),
        (Modality.Intends, ModalUse.OfSubject, "vill siktar hoppas önskar strävar eftersträvar fortsätter räknar satsar lovar"),
        (Modality.Encouraged, ModalUse.Addressed, "uppmanas uppmuntras rekommenderas förväntas inbjuds ombeds"),
        (Modality.Intends, ModalUse.Permission, "kan får"),
    }.SelectMany(row => WordList.Split(row.Item3).Select(w => new Modal(w, row.Item1, row.Item2)))
        .ToFrozenDictionary(m => m.Word, StringComparer.Ordinal);

    public static Modal? Find(string lower) => _table.TryGetValue(lower, out var modal) ? modal : null;
}
