using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Verksam.PlanReading;

/// <summary>Writes a plan that has been read as JSON, in the shape that plans are annotated in.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object with title, organisation, year and commitments; å, ä and ö as they are. For files and terminals, not for
    /// HTML.</summary>
    public static string Write(PlanAsRead plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteString("title", plan.Title);
            json.WriteString("organisation", plan.Organisation);
            if (plan.Year is { } year) json.WriteNumber("year", year);
            else json.WriteNull("year");
            json.WriteString("language", plan.Language);
            json.WriteStartArray("commitments");
            foreach (var commitment in plan.Commitments) Write(json, commitment);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, FoundCommitment commitment)
    {
        json.WriteStartObject();
        json.WriteString("chapter", commitment.Chapter);
        json.WriteString("text", commitment.Text.Replace('\t', ' '));
        json.WriteString("kind", Name(commitment.Kind));
        json.WriteString("modality", Name(commitment.Modality));
        json.WriteString("responsible", commitment.Responsible);
        Write(json, commitment.Measure);
        json.WriteString("due", commitment.Due?.AsWritten);
        json.WriteNumber("confidence", commitment.Confidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MeasureFound? measure)
    {
        if (measure is null) { json.WriteNull("measure"); return; }
        json.WriteStartObject("measure");
        json.WriteString("what", measure.What);
        json.WriteString("direction", Name(measure.Direction));
        if (measure.Value is { } value) json.WriteNumber("value", value);
        else json.WriteNull("value");
        json.WriteEndObject();
    }

    private static string Name(CommitmentKind kind) => kind switch
    {
        CommitmentKind.Activity => "activity",
        CommitmentKind.Goal => "goal",
        CommitmentKind.Duty => "duty",
        _ => "encouragement",
    };

    private static string Name(Modality modality) => modality switch
    {
        Modality.Must => "must",
        Modality.Should => "should",
        Modality.Encouraged => "encouraged",
        _ => "intends",
    };

    private static string Name(MeasureDirection direction) => direction switch
    {
        MeasureDirection.Increase => "increase",
        MeasureDirection.Decrease => "decrease",
        MeasureDirection.AtLeast => "at least",
        _ => "exactly",
    };
}
