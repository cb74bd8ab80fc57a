using Verksam.Features.Structure;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Offers;

/// <summary>What an organisation begins with asking people for; it changes the list as it likes.</summary>
internal static class UsualSkills
{
    /// <summary>A new list of the whole organisation, in the language of whoever starts it.</summary>
    public static IEnumerable<Skill> For(Unit root, Texts texts) =>
        texts["Offers.Usual"].Split(';').Select((said, order) => One(root, said.Split('>'), order));

    // "Ringa>ringa": what it leads to after its name
    private static Skill One(Unit root, string[] said, int order)
    {
        var skill = new Skill(root.Id, said[0], order);
        skill.Leads(said.ElementAtOrDefault(1));
        return skill;
    }
}
