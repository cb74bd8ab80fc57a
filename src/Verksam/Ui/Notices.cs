using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Verksam.Ui;

/// <summary>What just happened, said once at the top of the next page; with a way back where there is one.</summary>
internal static class Notices
{
    public const string Key = "notice";
    public const string UndoKey = "notice-undo";

    /// <param name="undo">Where a POST takes it back, or null.</param>
    public static void Say(this ITempDataDictionary temp, string text, string? undo = null)
    {
        temp[Key] = text;
        if (undo is not null)
            temp[UndoKey] = undo;
    }
}
