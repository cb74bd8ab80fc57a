using System.Collections.Frozen;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Judging;

/// <summary>Finds the count, share or change that a commitment states.</summary>
internal static class Measures
{
    // what is held, issued, formed or built one by one; a compound is known by its end ("höstcup"). A plan, a policy or a survey of how
    // things stand is worked out, not counted
    private static readonly Endings _held = new(WordList.Split("""
        kurs utbildning träff möte fest läger cup turnering resa utflykt vandring konferens dag kväll helg seminarium föreläsning workshop
        cirkel kampanj konsert föreställning marknad loppis tävling mästerskap träning middag bal avslutning kick-off upptakt invigning
        mässa turné hajk paddling rådslag besök aktivitet arrangemang evenemang jubileum bokbord repetition festival utställning
        enkät handbok folder broschyr skrift film brev nyhetsbrev nummer inlägg artikel insändare motion krönika rapport grupp kommitté
        nätverk paket startpaket eldplats grill brygga lekplats skrivare maskin ombud
        """), "dag", "bal", "cup");

    // one is counted among what is bought or built, not among what is worked out: "en plan" is any plan
    private static readonly FrozenSet<string> _acquiring =
        WordList.Set("köpa inköpa införskaffa anskaffa skaffa anställa anlägga hyra installera beställa");


    private static readonly FrozenSet<string> _increase = WordList.Set("öka utöka ökar ökas ökat fördubblas fördubbla växa växer höja höjas");
    private static readonly FrozenSet<string> _decrease =
        WordList.Set("minska minskar minskas minskat sänka sänkas halveras halverat halvera sjunka");
    private static readonly FrozenSet<string> _atLeast = WordList.Set("minst åtminstone lägst över min mer fler");
    private static readonly FrozenSet<string> _noCount =
        WordList.Set("""
        kl klockan vecka v nr nummer mål delmål division punkt sidan paragraf § hus åk årskurs fokus q etapp steg steget kvartal topp
        de bland våra
        """);
    private static readonly FrozenSet<string> _timeUnits =
        WordList.Set("år veckor vecka dagar dag månader månad timmar minuter arbetsdagar arbetsdag");

    public static MeasureFound? Find(string text, bool isAim)
    {
        var tokens = Tokens.Of(text.Length > 600 ? text[..600] : text);
        var per = RecurrencePer(tokens);
        return Share(text, tokens) ?? Counted(text, tokens, isAim, per) ?? Change(text, tokens) ?? More(text, tokens, isAim)
            ?? Each(text, tokens) ?? (isAim ? null : Single(text, tokens, per));
    }

    // över 80 procent, hälften av …
    private static MeasureFound? Share(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var half = tokens[i].Is("hälften") && !tokens.Skip(Math.Max(0, i - 3)).Take(3).Any(t => t.Is("varav"));
            var percent = i > 0 && tokens[i].Lower is "procent" or "%" or "procentenheter"
                && Numbers.Value(tokens[i - 1].Lower) is not null;
            if (!half && !percent) continue;
            var value = half ? 50m : Decimal(tokens, i - 1);
            var by = percent && i > 1 && tokens[i - 2].Is("med");
            if (by && Direction(tokens) is { } change) return new MeasureFound(What(text, tokens, 0), change, value, null);
            var first = i > 3 && tokens[i - 2].Is(",") ? i - 4 : i - 2;
            if (first >= 0 && tokens[first].Lower is "under" or "högst" or "max") return null;
            return new MeasureFound(What(text, tokens, i), MeasureDirection.AtLeast, value, null);
        }
        return null;
    }

    // 2,5: the comma is a token of its own
    private static decimal Decimal(List<Token> tokens, int i)
    {
        var value = Numbers.Value(tokens[i].Lower) ?? 0;
        if (i > 1 && tokens[i - 1].Is(",") && tokens[i - 1].Start == tokens[i - 2].End && tokens[i].Start == tokens[i - 1].End
            && Numbers.Value(tokens[i - 2].Lower) is { } whole)
            return whole + (value / (decimal)Math.Pow(10, Math.Min(6, tokens[i].Lower.Length)));
        return value;
    }

    private static MeasureDirection? Direction(List<Token> tokens) =>
        tokens.Exists(t => _increase.Contains(t.Lower)) ? MeasureDirection.Increase : tokens.Exists(t => _decrease.Contains(t.Lower))
            ? MeasureDirection.Decrease : null;

    private static MeasureFound? Counted(string text, List<Token> tokens, bool isAim, string? per)
    {
        MeasureFound? aside = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            // "öppet tre gånger i veckan, då fyra turas om": what follows explains
            if (i > 0 && tokens[i].Lower is "då" or "eftersom" or "medan") break;
            if (Numbers.IsArticle(tokens[i].Lower) && !IsBoundBefore(tokens, i) && !IsTimes(tokens, i + 1)) continue;
            if (!IsCount(tokens, i, out var value, out var next)) continue;
            if (i > 0 && tokens[i - 1].Lower is "högst" or "max" or "maximalt" or "med" && Direction(tokens) is MeasureDirection.Decrease)
                return aside;
            var found = Of(text, tokens, i, value, next, isAim, per);
            if (!IsAside(tokens, i, next)) return found;
            // "Alla ska träffas en gång i veckan": it is they who are counted
            if (IsTimes(tokens, next) && Each(text, tokens) is not null) continue;
            aside ??= found;
        }
        return aside;
    }

    private static MeasureFound Of(string text, List<Token> tokens, int i, decimal value, int next, bool isAim, string? per)
    {
        var least = IsBoundBefore(tokens, i) || Lowest(tokens, i) is not null || next > i + 1 && tokens[i + 1].Lower is "-" or "–" or "till"
            || (isAim && !IsTimes(tokens, next));
        var what = What(text, tokens, next);
        if (i > 0 && tokens[i - 1].Is("till") && Direction(tokens) is { } change && Standing.Doing(tokens) is { Verb.Sense: VerbSense.Change })
            return new MeasureFound(what, change, value, null);
        return FromTo(tokens, i) is { } goal ? new MeasureFound(what, MeasureDirection.Increase, goal, null)
            : new MeasureFound(what, least ? MeasureDirection.AtLeast : MeasureDirection.Exactly, value, per);
    }

    // "med två grannklubbar", "två gånger om året": counted by the way, if the sentence counts something else
    private static bool IsAside(List<Token> tokens, int i, int next) =>
        IsTimes(tokens, next) || (i > 0 && tokens[i - 1].Lower is "med" or "av" or "från" or "för" or "bland" or "hos" or "mellan" or "i" or "på");

    // a number that counts something: no date, no time, no year, no money's price, no "inom två veckor"
    private static bool IsCount(List<Token> tokens, int i, out decimal value, out int next)
    {
        value = Numbers.Value(tokens[i].Lower) ?? Lowest(tokens, i) ?? -1;
        next = i + 1;
        if (value < 0 || Numbers.Year(tokens[i].Lower) is not null
            || (i > 0 && (_noCount.Contains(tokens[i - 1].Lower) || tokens[i - 1].Is(".") && i > 1 && tokens[i - 2].Is("v")))) return false;
        if (i > 0 && tokens[i - 1].Lower is "/" or "den" or "inom" or "vid" && !Numbers.IsArticle(tokens[i].Lower)
            && tokens[i].StartsWithDigit) return false;
        if (CalendarEntry.DateEnd(tokens, i) > i
            || (i > 0 && tokens[i - 1].Lower is "-" or "–" && i > 1 && tokens[i - 2].StartsWithDigit)) return false;
        if (tokens[i].Lower.Contains('.', StringComparison.Ordinal) && tokens[i].Lower.Length < 6) return false;
        // 10 000, 12 500 000
        while (tokens[i].StartsWithDigit && next < tokens.Count && tokens[next].Lower.Length == 3 && tokens[next].StartsWithDigit
            && Numbers.Value(tokens[next].Lower) is { } thousands && tokens[next].Start == tokens[next - 1].End + 1)
            (value, next) = ((value * 1000) + thousands, next + 1);
        if (next + 1 < tokens.Count && tokens[next].Lower is "-" or "–" or "till"
            && Numbers.Value(tokens[next + 1].Lower) is not null) next += 2;
        // "80 och 90 år"
        if (next + 2 < tokens.Count && tokens[next].Is("och") && Numbers.Value(tokens[next + 1].Lower) is not null && _timeUnits.Contains(tokens[next + 2].Lower))
            return false;
        if (next >= tokens.Count) return true;
        if (tokens[next].Lower is ":" or ")" or "." && i == 0) return false;
        return !_timeUnits.Contains(tokens[next].Lower) && tokens[next].Lower is not ("tredjedelar" or "fjärdedelar" or "femtedelar" or "tredjedel" or "fjärdedel" or "kr" or "/" or "%" or "procent")
            && (!tokens[next].Is("av") || IsBoundBefore(tokens, i)) && CalendarWords.Month(tokens[next].Lower) is null;
    }

    // "4-6 möten", but not "4-6 juli" or "4-6 år"
    private static decimal? Lowest(List<Token> tokens, int i) =>
        tokens[i].Lower.Split('-', '–') is [var low, var high] && i + 1 < tokens.Count && tokens[i + 1].IsWord && !tokens[i + 1].IsCapital
            && !_timeUnits.Contains(tokens[i + 1].Lower) && Numbers.Year(high) is null && Numbers.Value(high) is { } most && Numbers.Value(low) is { } least && least < most ? least : null;

    private static bool IsBoundBefore(List<Token> tokens, int i)
    {
        if (i == 0) return false;
        var before = tokens[i - 1].Lower;
        // "se över en lista"
        if (before is "över" && Numbers.IsArticle(tokens[i].Lower)) return false;
        return _atLeast.Contains(before) || (before is "än" && i > 1 && _atLeast.Contains(tokens[i - 2].Lower))
            || (before is "ytterligare" && i > 1 && _atLeast.Contains(tokens[i - 2].Lower));
    }

    private static bool IsTimes(List<Token> tokens, int i) => i < tokens.Count && tokens[i].Lower is "gång" or "gånger" or "ggr";

    // från 140 till 160
    private static decimal? FromTo(List<Token> tokens, int i) =>
        i > 0 && i + 2 < tokens.Count && tokens[i - 1].Is("från") && tokens[i + 1].Is("till") ? Numbers.Value(tokens[i + 2].Lower) : null;

    private static string? RecurrencePer(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (Dates.RecurrenceWords.At(tokens, i) is { Every: { } every }) return every.StartsWith("varje ", StringComparison.Ordinal)
                ? every[6..] : every;
        return null;
    }

    private static MeasureFound? Change(string text, List<Token> tokens)
    {
        var what = What(text, tokens, 0);
        if (Direction(tokens) is { } direction && IsMainChange(tokens)) return new MeasureFound(what, direction, null, null);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Lower is "dra" or "drar" or "dras" && tokens[i + 1].Lower is "ned" or "ner") return new MeasureFound(what, MeasureDirection.Decrease, null, null);
            var isMore = tokens[i].Lower is "mer" or "mera"
                && (tokens[i + 1].EndsWith("t") || tokens[i + 1].EndsWith("de") || tokens[i + 1].EndsWith("en")) && !tokens[i + 1].Is("än");
            // "så att tid finns för mer ingående samtal" is what it is for
            if (tokens[i].Is("så") && tokens[i + 1].Is("att")) break;
            var isBecoming = tokens[i].Is("bli") && tokens[i + 1].Lower is "fler" or "flera" or "större" or "mer" or "mera";
            var isLarger = tokens[i].Lower is "vara" or "bli" && tokens[i + 1].Lower is "större" or "fler" or "högre";
            if (isMore || isBecoming || isLarger) return new MeasureFound(what, MeasureDirection.Increase, null, null);
        }
        return null;
    }

    // fler, where something is aimed at, or of whom or what the sentence speaks first
    private static MeasureFound? More(string text, List<Token> tokens, bool isAim)
    {
        var at = tokens.FindIndex(t => t.Is("fler"));
        return at >= 0 && (isAim || at == 0 || tokens.Exists(t => t.Is("fokusera")) || IsObjectOfGaining(tokens, at))
            ? new MeasureFound(What(text, tokens, at), MeasureDirection.Increase, null, null) : null;
    }

    // "få fler att komma", "värva fler"
    private static bool IsObjectOfGaining(List<Token> tokens, int at) =>
        Sentences.Opening.VerbAt(tokens)?.At == at - 1 || Standing.Doing(tokens) is { Verb.Lemma: "få" or "vinna" or "värva" or "rekrytera" } doing && doing.At == at - 1;

    // "för att öka" only tells the motive
    private static bool IsMainChange(List<Token> tokens)
    {
        var at = tokens.FindIndex(t => _increase.Contains(t.Lower) || _decrease.Contains(t.Lower));
        if (at > 0 && tokens[at - 1].Is("som")) return false;
        if (at + 1 >= tokens.Count || !tokens[at + 1].IsWord || !tokens[at].EndsWith("a")) return true;
        if (tokens.Exists(t => t.Lower.Contains("antal", StringComparison.Ordinal)
            || t.Lower.StartsWith("andel", StringComparison.Ordinal))) return true;
        return Standing.Doing(tokens)?.At == at;
    }

    // varje, samtliga, alla: of whom or what the sentence speaks first
    private static MeasureFound? Each(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Lower is not ("varje" or "samtliga") && !(tokens[i].Is("alla") && (i == 0 || tokens[i - 1].Is("att") || Modals.Find(tokens[i - 1].Lower) is { Modality: Modality.Must }))) continue;
            if (i > 1 && tokens[i - 1].Is("att") && tokens.Skip(Math.Max(0, i - 4)).Take(Math.Min(3, i - 1)).Any(t => t.Lower is "så" or "för")) continue;
            if (CalendarWords.IsUnit(tokens[i + 1].Lower)
                || (i > 0 && tokens[i - 1].Lower is "inför" or "före" or "efter" or "vid")) continue;
            if (i == 0 && tokens[1].Lower.StartsWith("medlem", StringComparison.Ordinal)
                && tokens.Exists(t => t.Lower is "uppmanas" or "uppmuntras")) continue;
            if (tokens[i].Is("alla") && !tokens.Exists(t => t.Lower is "ska" or "skall" or "måste" or "får" or "har" or "går")
                && !(Sentences.Predicate.Find(tokens) is { Verb: { } verb } && verb.Is(VerbForm.PassivePresent))) continue;
            return new MeasureFound(What(text, tokens, i), MeasureDirection.Exactly, null, null);
        }
        return null;
    }

    // "En träff för …", "ska en kommunträff hållas"
    private static MeasureFound? Single(string text, List<Token> tokens, string? per)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (!Numbers.IsArticle(tokens[i].Lower)
                || (i > 0 && tokens[i - 1].Lower is "som" or "av" or "vara" or "på" or "är" or "med" or "för" or "inom" or "genom"
                or "vid" or "en" or "inte" or "om" or "t.ex" or "ex" or "exempelvis" or "exempel" or "såsom")) continue;
            for (var j = i + 1; j < tokens.Count && j < i + 5 && tokens[j].IsWord; j++)
            {
                if (SmallWords.IsPreposition(tokens[j].Lower) || Verbs.Find(tokens[j].Lower) is { } verb && verb.Is(VerbForm.Finite)) break;
                if (IsTimes(tokens, j) || (tokens[j].Is("dag") && j + 1 < tokens.Count && tokens[j + 1].Is("i"))) break;
                if (_held.Match(tokens[j].Lower) || IsAcquired(tokens, i) || IsSubject(tokens, i, j))
                    return new MeasureFound(text[tokens[j].Start..tokens[j].End], MeasureDirection.Exactly, 1, per);
            }
        }
        return null;
    }

    public static bool IsAmount(string lower) =>
        lower.StartsWith("antal", StringComparison.Ordinal) || lower.StartsWith("andel", StringComparison.Ordinal);

    // "En skrift om hamnen": a point of a list that names one thing
    private static bool IsSubject(List<Token> tokens, int article, int at) =>
        article == 0 && Actors.Of(tokens[at]) is Actor.None && tokens[at].Lower is not "del"
            && Sentences.Predicate.Find(tokens) is null;

    // "Köpa in en ny spis": the article right behind the verb and its particle
    private static bool IsAcquired(List<Token> tokens, int article) =>
        Standing.Doing(tokens) is { } doing && _acquiring.Contains(doing.Verb.Lemma) && article - doing.At is 1 or 2;

    // the words from a place to the next mark, at most eight
    private static string What(string text, List<Token> tokens, int from)
    {
        if (from >= tokens.Count) from = 0;
        var to = from;
        while (to < tokens.Count && to < from + 8 && (tokens[to].IsWord || to == from)
            && !(to > from && tokens[to].Lower is "ska" or "skall" or "bör" or "under" or "senast" or "före" or "efter")) to++;
        return to == from ? text : text[tokens[from].Start..tokens[to - 1].End];
    }
}
