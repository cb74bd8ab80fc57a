using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>What is decided about a list; shown by _CallListFields.cshtml.</summary>
internal sealed class CallListForm
{
    [Required, StringLength(CallList.LongestName)]
    public string Name { get; set; } = "";

    [Required, StringLength(CallList.LongestPurpose)]
    public string Purpose { get; set; } = "";

    [StringLength(CallList.LongestScript)]
    public string? Script { get; set; }

    public Id<Unit> Unit { get; set; }

    [EnumDataType(typeof(RelationKind))]
    public RelationKind? Kind { get; set; } = RelationKind.Member;

    public Id<Segment>? Segment { get; set; }

    [Day]
    public DateOnly From { get; set; }

    [Day]
    public DateOnly? To { get; set; }

    [Required, Range(0, CallList.MostCooldown)]
    public int? Cooldown { get; set; } = 14;

    [Required, Range(1, CallList.MostMostTries)]
    public int? Tries { get; set; } = 3;

    [Required, Range(0, CallList.LargestPocket)]
    public int? Pocket { get; set; } = 20;

    public bool MembersMayCall { get; set; }

    public int Revision { get; set; }

    public static CallListForm Of(CallList list) => new()
    {
        Name = list.Name,
        Purpose = list.Purpose,
        Script = list.Script,
        Unit = list.UnitId,
        Kind = list.Kind,
        Segment = list.SegmentId,
        From = list.From,
        To = list.To,
        Cooldown = list.CooldownDays,
        Tries = list.MostTries,
        Pocket = list.PocketSize,
        MembersMayCall = list.MembersMayCall,
        Revision = list.Revision,
    };

    /// <param name="below">Whether whoever leads it may also choose those of the units below.</param>
    /// <param name="field">Which field the no is about.</param>
    public Refusal? Fill(CallList list, bool below, out string field)
    {
        field = "Input.To";
        if (list.Lasts(From, To) is { } no)
            return no;
        list.Choose(Kind, below, Segment);
        list.Pace(Cooldown!.Value, Tries!.Value, Pocket!.Value);
        list.LetMembersCall(MembersMayCall);
        field = string.IsNullOrWhiteSpace(Name) ? "Input.Name" : "Input.Purpose";
        return list.Describe(Name, Purpose, Script);
    }
}

/// <summary>A page that has such a form.</summary>
internal interface ICallListForm
{
    CallListForm Input { get; }

    /// <summary>Empty where the unit stands.</summary>
    IReadOnlyList<SelectListItem> Units { get; }

    IEnumerable<SelectListItem> Kinds { get; }

    /// <summary>Segments that one may use, after none.</summary>
    IReadOnlyList<SelectListItem> Segments { get; }
}
