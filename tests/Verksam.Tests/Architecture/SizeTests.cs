using Mono.Cecil;
using Mono.Cecil.Rocks;
using Shouldly;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>
/// Budgets. A method's length is taken from its debug points: from the line of its first statement (the opening brace of a block)
/// to the line of its last (the closing brace), lambdas inside it included; signature, attributes and comments above do not count.
/// Each list of exceptions may only shrink.
/// </summary>
public sealed class SizeTests
{
    private const int LongestFile = 300, MedianFile = 60, LongestMethod = 25, LongestHandler = 15, MostParameters = 5;

    private static readonly string[] LongMethods =
    [
    ];

    private static readonly string[] LongHandlers =
    [
    ];

    private static readonly string[] CrowdedConstructors =
    [
        "Verksam.Kernel.Audit.AuditEntry",
    ];

    private static IEnumerable<string> Written => Source.Files("src", ".cs", ".cshtml").Concat(Source.Files("tests", ".cs", ".cshtml"))
        .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));

    [Fact]
    public void No_file_is_longer_than_a_subject() =>
        Written.Select(f => (File: f, Lines: Source.Lines(f))).Where(f => f.Lines > LongestFile).ShouldBeEmpty();

    [Fact]
    public void Half_of_the_files_are_read_at_a_glance()
    {
        var lengths = Written.Where(f => f.StartsWith("src/", StringComparison.Ordinal)).Select(Source.Lines).Order().ToList();

        lengths.Count.ShouldBeGreaterThan(50);
        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(MedianFile);
    }

    [Fact]
    public void Methods_are_short() => Exactly(
        Methods().Where(m => Length(m) > LongestMethod).Select(Named), LongMethods);

    [Fact]
    public void Page_handlers_are_shorter() => Exactly(
        Methods().Where(m => IsHandler(m) && Length(m) > LongestHandler).Select(Named), LongHandlers);

    [Fact]
    public void Constructors_ask_for_little() => Exactly(
        Types().Where(t => !IsRecord(t) && t.GetConstructors().Any(c => c.Parameters.Count > MostParameters)).Select(t => t.FullName), CrowdedConstructors);

    // an exception that is no longer needed must go from the list
    private static void Exactly(IEnumerable<string> found, string[] allowed) =>
        found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(allowed.Order(StringComparer.Ordinal));

    private static IEnumerable<TypeDefinition> Types() => Compiled.Program.GetTypes().Where(t =>
        t.FullName.StartsWith("Verksam.", StringComparison.Ordinal) && !t.FullName.StartsWith("Verksam.Migrations", StringComparison.Ordinal)
        && !Compiled.IsPage(t) && !t.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<MethodDefinition> Methods()
    {
        // a static constructor is a table of data, as long as the data
        var methods = Types().SelectMany(t => t.Methods).Where(m => m.HasBody && m.Name != ".cctor").ToList();
        methods.Count.ShouldBeGreaterThan(300);
        return methods;
    }

    private static int Length(MethodDefinition method)
    {
        // generated code (regular expressions, logging) is not ours to shorten
        var points = Body(method).DebugInformation.SequencePoints
            .Where(p => !p.IsHidden && p.Offset >= AfterInitialisers(method) && !p.Document.Url.Contains("/obj/", StringComparison.Ordinal) && !p.Document.Url.EndsWith(".g.cs", StringComparison.Ordinal)).ToList();
        return points.Count == 0 || points.Select(p => p.Document.Url).Distinct(StringComparer.Ordinal).Count() > 1 ? 0
            : points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1;
    }

    // a constructor first sets the fields, wherever they stand in the file, and then calls its base
    private static int AfterInitialisers(MethodDefinition method) => !method.IsConstructor || method.IsStatic ? 0
        : method.Body.Instructions.First(i => i.Operand is MethodReference { Name: ".ctor" } && i.OpCode == Mono.Cecil.Cil.OpCodes.Call).Offset;

    // what an async method or an iterator does is in the machine that was made of it
    private static MethodDefinition Body(MethodDefinition method) =>
        method.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute") is { } machine
            ? ((TypeReference)machine.ConstructorArguments[0].Value).Resolve().Methods.Single(m => m.Name == "MoveNext")
            : method;

    private static bool IsHandler(MethodDefinition method) =>
        method.DeclaringType.BaseType?.Name == "PageModel" && (method.Name.StartsWith("OnGet", StringComparison.Ordinal) || method.Name.StartsWith("OnPost", StringComparison.Ordinal));

    // the parameters of a record are its data
    private static bool IsRecord(TypeDefinition type) => type.Methods.Any(m => m.Name == "PrintMembers");

    private static string Named(MethodDefinition method) => $"{method.DeclaringType.FullName}.{method.Name}";
}
