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
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }

    // the attributes keep only the key; ValidationTexts below gives the words in the reader's language
    private sealed class SaidByTexts : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(IsUnsaid))
            {
                rule.ErrorMessage = null;
                rule.ErrorMessageResourceType = typeof(ValidationTexts);
                rule.ErrorMessageResourceName = rule switch
                {
                    RequiredAttribute => nameof(ValidationTexts.Missing),
                    EmailAddressAttribute => nameof(ValidationTexts.NotAnAddress),
                    StringLengthAttribute or MaxLengthAttribute => nameof(ValidationTexts.TooLong),
                    _ => nameof(ValidationTexts.Wrong),
                };
            }
        }

        // EmailAddress brings an English message of its own
        private static bool IsUnsaid(ValidationAttribute rule) =>
            rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || rule is EmailAddressAttribute);
    }
}

/// <summary>The framework reads validation messages from static properties.</summary>
internal static class ValidationTexts
{
    private static readonly Texts Texts = new();

    public static string Missing => Texts["Ui.Form.Missing"];
    public static string NotAnAddress => Texts["Ui.Form.NotAnAddress"];
    public static string TooLong => Texts["Ui.Form.TooLong"];
    public static string Wrong => Texts["Ui.Form.Unknown"];
}
