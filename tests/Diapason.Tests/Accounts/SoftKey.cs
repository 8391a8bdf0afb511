using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Diapason.Tests.Accounts;

/// <summary>A key written by hand from WebAuthn level 3: what a telephone answers, and what a forger would.</summary>
internal sealed class SoftKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _owner = "";
    private uint _count;

    /// <summary>The page that the browser says it is on.</summary>
    public string Origin { get; set; } = "http://localhost";

    /// <summary>Whether the device asked for a finger, a face or a code.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>Answers <c>navigator.credentials.create</c>.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _owner = asked["user"]!["id"]!.GetValue<string>();
        var point = _key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head(asked["rp"]!["id"]!.GetValue<string>(), withKey: true), .. new byte[16], 0, 32, .. _id, .. cose];
        byte[] attested = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Written(new { clientDataJSON = Letters(Said("webauthn.create", asked)), attestationObject = Letters(attested), transports = new[] { "internal" } });
    }

    /// <summary>Answers <c>navigator.credentials.get</c>.</summary>
    public string Sign(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var said = Said("webauthn.get", asked);
        var data = Head(asked["rpId"]!.GetValue<string>(), withKey: false);
        var signature = _key.SignData([.. data, .. SHA256.HashData(said)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Written(new { clientDataJSON = Letters(said), authenticatorData = Letters(data), signature = Letters(signature), userHandle = _owner });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Head(string site, bool withKey)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(1 | (IsVerified ? 4 : 0) | (withKey ? 64 : 0)), .. count];
    }

    private byte[] Said(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked["challenge"]!.GetValue<string>(), origin = Origin, crossOrigin = false });

    private string Written(object response) => JsonSerializer.Serialize(new { id = Letters(_id), rawId = Letters(_id), type = "public-key", clientExtensionResults = new { }, response });

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Letters(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
