namespace Verksam.PlanReading;
public static class PlanJson { public static string Write(PlanAsRead plan) => plan.ToString(); }
