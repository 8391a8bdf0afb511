using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Codes described in other places of the kit, each refused where it is named when it is described nowhere.</summary>
internal static class KnownCodes
{
    extension(YamlMap map)
    {
        /// <summary>A list of codes, each of which must be known.</summary>
        public IReadOnlyList<string> Known(string key, IReadOnlySet<string> known)
        {
            var codes = map.OptionalCodes(key);
            foreach (var code in codes) map.Check(key, code, known);
            return codes;
        }

        /// <summary>One code that must be known, written under a key.</summary>
        public string Check(string key, string code, IReadOnlySet<string> known)
        {
            if (code.Length > 0 && !known.Contains(code)) map.ReportAt(key, "needs.unknown_code", ("key", key), ("code", code));
            return code;
        }
    }
}
