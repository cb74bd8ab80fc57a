using Microsoft.EntityFrameworkCore;
using Verksam.Features.Today;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<MorningLetter> MorningLetters => Set<MorningLetter>();
}
