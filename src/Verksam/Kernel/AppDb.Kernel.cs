using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Outbox;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FileBytes> FileBytes => Set<FileBytes>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Stamp> Stamps => Set<Stamp>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
}
