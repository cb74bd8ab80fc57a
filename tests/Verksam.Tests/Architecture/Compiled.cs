using Microsoft.AspNetCore.Razor.Hosting;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Verksam.Kernel;

namespace Verksam.Tests.Architecture;

/// <summary>The compiled program, read without running it.</summary>
internal static class Compiled
{
    private static readonly Lazy<ModuleDefinition> Read = new(() =>
        ModuleDefinition.ReadModule(typeof(AppDb).Assembly.Location, new ReaderParameters { ReadSymbols = true }));

    /// <summary>The page's path ("/Features/Accounts/CodePage.cshtml") by the full name of the type that it became.</summary>
    private static readonly Lazy<Dictionary<string, string>> Pages = new(() => typeof(AppDb).Assembly
        .GetCustomAttributes(typeof(RazorCompiledItemAttribute), false).Cast<RazorCompiledItemAttribute>()
        .ToDictionary(p => p.Type.FullName!, p => p.Identifier, StringComparer.Ordinal));

    public static ModuleDefinition Program => Read.Value;

    /// <summary>Whether a page was compiled into the type.</summary>
    public static bool IsPage(TypeDefinition type) => Pages.Value.ContainsKey((type.DeclaringType ?? type).FullName);

    /// <summary>Every type that a type names: in what it is, has, takes, gives, is marked with and does.</summary>
    public static IEnumerable<TypeReference> MentionedIn(TypeDefinition type, Func<IMemberDefinition, bool>? except = null)
    {
        var members = type.Methods.Where(m => except?.Invoke(m) != true).SelectMany(MentionedIn)
            .Concat(type.Fields.Where(f => except?.Invoke(f) != true).SelectMany(f => Marks(f).Prepend(f.FieldType)))
            .Concat(type.Properties.Where(p => except?.Invoke(p) != true).SelectMany(p => Marks(p).Prepend(p.PropertyType)))
            .Concat(type.Events.SelectMany(e => Marks(e).Prepend(e.EventType)));
        var itself = type.BaseType is { } parent ? new[] { parent } : [];
        return itself.Concat(type.Interfaces.Select(i => i.InterfaceType)).Concat(Marks(type)).Concat(Bounds(type)).Concat(members).SelectMany(Parts);
    }

    /// <summary>Where a type comes from: its namespace, or the place of the page that it was made of ("Verksam.Features.Accounts").</summary>
    public static string Place(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return Pages.Value.TryGetValue(type.FullName, out var page)
            ? "Verksam" + Path.GetDirectoryName(page)!.Replace('/', '.')
            : type.Namespace;
    }

    private static IEnumerable<TypeReference> MentionedIn(MethodDefinition method)
    {
        var signature = Marks(method).Concat(Bounds(method)).Append(method.ReturnType)
            .Concat(method.Parameters.SelectMany(p => Marks(p).Prepend(p.ParameterType)));
        return !method.HasBody ? signature : signature
            .Concat(method.Body.Variables.Select(v => v.VariableType))
            .Concat(method.Body.ExceptionHandlers.Where(h => h.CatchType is not null).Select(h => h.CatchType))
            .Concat(method.Body.Instructions.SelectMany(Named));
    }

    private static IEnumerable<TypeReference> Named(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod generic => generic.GenericArguments.Concat(OfMethod(generic)),
        MethodReference method => OfMethod(method),
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> OfMethod(MethodReference method) =>
        method.Parameters.Select(p => p.ParameterType).Append(method.DeclaringType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> Bounds(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType);

    private static IEnumerable<TypeReference> Marks(ICustomAttributeProvider marked) => marked.CustomAttributes.SelectMany(a =>
        a.ConstructorArguments.Concat(a.Properties.Select(p => p.Argument)).SelectMany(InArgument).Append(a.AttributeType));

    private static IEnumerable<TypeReference> InArgument(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [type, argument.Type],
        CustomAttributeArgument[] many => many.SelectMany(InArgument),
        _ => [argument.Type],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
