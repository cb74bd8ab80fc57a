namespace Verksam.Kernel;

/// <summary>In whose name the present work is done; goes into every audit row.</summary>
internal sealed class Actor
{
    public Guid? Person { get; private set; }

    /// <summary>The road taken: "web", "job", "set-up", "reminder-link", "command", "demo".</summary>
    public string Through { get; private set; } = "job";

    /// <summary>The reason a person gave, when the act asks for one.</summary>
    public string? Why { get; private set; }

    public void Is(Guid? person, string through)
    {
        Person = person;
        Through = through;
    }

    public void Because(string? why) => Why = why;
}
