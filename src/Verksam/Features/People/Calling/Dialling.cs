namespace Verksam.Features.People.Calling;

/// <summary>A number as a phone dials it.</summary>
internal static class Dialling
{
    public static string Of(string number) => string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
