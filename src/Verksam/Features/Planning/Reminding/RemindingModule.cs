using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Planning.Reminding;

internal static class RemindingModule
{
    public static IServiceCollection AddReminding(this IServiceCollection services) => services
        .AddScoped<Silence>().AddScoped<ReminderLinks>().AddScoped<Reminders.Parts>().AddScoped<ReminderLetter.Parts>()
        .AddScoped<ReminderLetter>().AddScoped<ILetterKind>(provider => provider.GetRequiredService<ReminderLetter>())
        .AddScoped<Reminders>().AddScoped<IJob>(provider => provider.GetRequiredService<Reminders>());
}
