using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Verksam.Kernel.Text;

namespace Verksam.Ui;

/// <summary>Reads a decimal number of a form as people write it; the framework's own knows one sign for the decimals, and takes an English "12,50" for 1250.</summary>
internal sealed class WrittenNumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (name, value) = (bindingContext.ModelName, bindingContext.ValueProvider.GetValue(bindingContext.ModelName));
        if (value == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(name, value);
        var written = value.FirstValue;
        if (!string.IsNullOrWhiteSpace(written) && WrittenNumber.InForm(written, CultureInfo.CurrentCulture) is { } number)
            bindingContext.Result = ModelBindingResult.Success(number);
        else if (string.IsNullOrWhiteSpace(written) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
            bindingContext.Result = ModelBindingResult.Success(null);
        else
            bindingContext.ModelState.TryAddModelError(name, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueMustBeANumberAccessor(name));
        return Task.CompletedTask;
    }

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new WrittenNumberBinder() : null;
    }
}
