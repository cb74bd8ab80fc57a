using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>What is written past SaveChangesAsync does not move the stamp: only rows that nothing is kept from may be.</summary>
public sealed partial class BulkWriteTests
{
    private static readonly string[] Known =
    [
        "src/Verksam/Features/Accounts/FirstStart.cs", // locks a row, changes nothing
        "src/Verksam/Features/Accounts/Passkeys/PasskeyRing.cs", // PasskeyChallenge is aside
        "src/Verksam/Features/Accounts/Session.cs", // when somebody was last here, which nobody keeps; and sessions long gone
        "src/Verksam/Features/Gatherings/Calendars/FeedEndpoints.cs", // when a calendar was last fetched, which nobody keeps
        "src/Verksam/Features/Gatherings/OneAtATime.cs", // locks a row, changes nothing
        "src/Verksam/Features/People/Calling/CallBook.cs", // CallLease is aside
        "src/Verksam/Features/People/Calling/CallQueue.cs", // CallLease is aside
        "src/Verksam/Features/People/Import/Applying/ApplyStep.cs", // ImportRow is aside
        "src/Verksam/Features/People/Import/Applying/ReadStep.cs", // ImportRow is aside
        "src/Verksam/Features/People/Import/Applying/UndoStep.cs", // people who were new, noted with NoteGoing, which moves the stamp in the same transaction
        "src/Verksam/Features/People/Import/ImportErasing.cs", // ImportRow is aside
        "src/Verksam/Features/People/Listing/OldChoices.cs", // Chosen is aside
        "src/Verksam/Features/Planning/Reminding/Reminders.cs", // links that have run out
        "src/Verksam/Kernel/Hosting/Database.cs", // a copy
        "src/Verksam/Kernel/Jobs/JobWorker.cs", // Job is aside
        "src/Verksam/Kernel/Jobs/Progress.cs", // Job is aside
        "src/Verksam/Kernel/Outbox/OutboxWorker.cs", // Letter is aside
    ];

    [Fact]
    public void Bulk_writes_are_of_rows_that_nothing_is_kept_from() => Source.Files("src", ".cs")
        .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && Bulk().IsMatch(Source.Text(f)))
        .Order(StringComparer.Ordinal).ShouldBe(Known);

    [GeneratedRegex(@"\.Execute(Update|Delete|Sql)\w*\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bulk();
}
