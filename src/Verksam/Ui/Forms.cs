using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Microsoft.AspNetCore.Mvc;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Ui;

/// <summary>What forms say when something is wrong, from the texts instead of the framework's English.</summary>
internal static class Forms
{
    public static IMvcBuilder AddSwedishForms(this IMvcBuilder mvc)
    {
        mvc.Services.AddSingleton<IConfigureOptions<MvcOptions>>(provider =>
            new ConfigureOptions<MvcOptions>(options => Speak(options, provider.GetRequiredService<Texts>())));
        mvc.AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        return mvc;
    }

    /// <summary>Puts the rules' no on top of the form. True when there was one.</summary>
    public static bool Refuses(this ModelStateDictionary state, Refusal? refusal, Texts texts, string field = "")
    {
        if (refusal is not null)
            state.AddModelError(field, texts[refusal]);
        return refusal is not null;
    }

    private static void Speak(MvcOptions options, Texts texts)
    {
        options.Filters.Add(new NoSuchHandler());
        options.ModelBinderProviders.Insert(0, new WrittenNumberBinder.Provider());
        var say = options.ModelBindingMessageProvider;
        say.SetValueMustNotBeNullAccessor(_ => texts["Ui.Form.Missing"]);
        say.SetMissingBindRequiredValueAccessor(_ => texts["Ui.Form.Missing"]);
        say.SetMissingKeyOrValueAccessor(() => texts["Ui.Form.Missing"]);
        say.SetAttemptedValueIsInvalidAccessor((value, _) => texts["Ui.Form.NotUnderstood", value]);
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["Ui.Form.NotUnderstood", value]);
        say.SetValueIsInvalidAccessor(value => texts["Ui.Form.NotUnderstood", value]);
        say.SetValueMustBeANumberAccessor(_ => texts["Ui.Form.NotANumber"]);
        say.SetUnknownValueIsInvalidAccessor(_ => texts["Ui.Form.Unknown"]);
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Ui.Form.Unknown"]);
        options.ModelMetadataDetailsProviders.Add(new SaidByTexts());
        options.ModelMetadataDetailsProviders.Add(new BoundsAreSaid());
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }

    // the attributes keep only the key; ValidationTexts below gives the words in the reader's language
    private sealed class SaidByTexts : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
                Say(rule);
        }

        public static void Say(ValidationAttribute rule)
        {
            if (!IsUnsaid(rule))
                return;
            rule.ErrorMessage = null;
            rule.ErrorMessageResourceType = typeof(ValidationTexts);
            rule.ErrorMessageResourceName = rule switch
            {
                RequiredAttribute => nameof(ValidationTexts.Missing),
                EmailAddressAttribute => nameof(ValidationTexts.NotAnAddress),
                StringLengthAttribute or MaxLengthAttribute => nameof(ValidationTexts.AtMost),
                DayAttribute => nameof(ValidationTexts.Day),
                YearAttribute => nameof(ValidationTexts.Year),
                RangeAttribute => nameof(ValidationTexts.Between),
                _ => nameof(ValidationTexts.Wrong),
            };
        }

        // EmailAddress brings an English message of its own
        private static bool IsUnsaid(ValidationAttribute rule) =>
            rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || rule is EmailAddressAttribute);
    }

    // what is no number at all, or too large to be one here, is answered with the bounds too
    private sealed class BoundsAreSaid : IBindingMetadataProvider
    {
        public void CreateBindingMetadata(BindingMetadataProviderContext context)
        {
            if (context.Attributes.OfType<RangeAttribute>().FirstOrDefault() is not { } range || range is DayAttribute)
                return;
            SaidByTexts.Say(range);
            var say = new DefaultModelBindingMessageProvider(context.BindingMetadata.ModelBindingMessageProvider!);
            say.SetAttemptedValueIsInvalidAccessor((_, _) => range.FormatErrorMessage(""));
            say.SetValueMustBeANumberAccessor(_ => range.FormatErrorMessage(""));
            context.BindingMetadata.ModelBindingMessageProvider = say;
        }
    }
}

/// <summary>The framework reads validation messages from static properties.</summary>
internal static class ValidationTexts
{
    private static readonly Texts Texts = new();

    public static string Missing => Texts["Ui.Form.Missing"];
    public static string NotAnAddress => Texts["Ui.Form.NotAnAddress"];
    public static string AtMost => Texts["Ui.Form.AtMost"];
    public static string Between => Texts["Ui.Form.Between"];
    public static string Year => Texts["Ui.Form.Year"];
    public static string Day => Texts["Ui.Form.Day"];
    public static string Wrong => Texts["Ui.Form.Unknown"];
}
