using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Shouldly;
using Verksam.Kernel;
using Xunit;

namespace Verksam.Tests.Architecture;

public sealed class FormTests
{
    private static IEnumerable<PropertyInfo> Bounded => typeof(AppDb).Assembly.GetTypes()
        .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(p => p.GetCustomAttribute<RangeAttribute>() is not null);

    [Fact]
    public void Bounds_are_of_the_type_that_they_bind_or_a_large_number_breaks_the_page()
    {
        Bounded.ShouldNotBeEmpty();
        Bounded.Where(p => p.GetCustomAttribute<RangeAttribute>()!.OperandType != (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))
            .Select(p => $"{p.DeclaringType}.{p.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void A_form_that_nobody_has_filled_in_can_be_read()
    {
        foreach (var form in Bounded.Select(p => p.DeclaringType!).Distinct())
        {
            var empty = Activator.CreateInstance(form, nonPublic: true);
            foreach (var property in form.GetProperties().Where(p => p.CanRead))
                Should.NotThrow(() => property.GetValue(empty), $"{form}.{property.Name}");
        }
    }
}
