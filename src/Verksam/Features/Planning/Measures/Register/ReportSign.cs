using Verksam.Features.People;
using Verksam.Features.People.Activity;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Measures.Register;

/// <summary>Has told how something in the plan goes.</summary>
internal sealed class ReportSign(AppDb db) : ISignOfActivity
{
    public string Key => "report";

    public string Text => "Planning.Measures.Sign.report";

    public IQueryable<Id<Person>> Between(DateOnly from, DateOnly to)
    {
        var (after, until) = (OurTime.EndOf(from.AddDays(-1)), OurTime.EndOf(to));
        return db.Reports.Where(r => r.At >= after && r.At < until).Select(r => r.By);
    }
}
