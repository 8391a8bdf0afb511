using Diapason.Platform.Security;

namespace Diapason.Consultations.Answering;

/// <summary>
/// The code that proves an answer is counted. Drawn one way from the resume code: sending twice gives the same receipt, and a receipt
/// shown to someone opens nothing.
/// </summary>
internal static class ReceiptCode
{
    public static string Of(string resumeCode) => SecretCode.Derive(resumeCode, "receipt");
}
