using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;

namespace Diapason.Tests.Accounts;

/// <summary>A provider of OpenID Connect on the loopback, written from the specification: it publishes itself, gives codes for one person, and exchanges them once for a token signed by RS256.</summary>
internal sealed class OidcProvider : IDisposable
{
    public const string Client = "diapason";
    public const string Secret = "a secret / with signs";
    private readonly HttpListener _listener = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _stranger = RSA.Create(2048);
    private readonly Dictionary<string, Dictionary<string, string>> _codes = [];
    private readonly string _base;

    public OidcProvider()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _base = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        _listener.Prefixes.Add(_base + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Authority => _base;

    /// <summary>What the next token says, over what is right.</summary>
    public Dictionary<string, object?> Says { get; } = [];

    public bool SignsWithAnotherKey { get; set; }

    public bool IsUnsigned { get; set; }

    /// <summary>What is said at <c>userinfo</c>; null when there is none.</summary>
    public Dictionary<string, object?>? UserInfo { get; set; }

    public bool IsDown { get; set; }

    /// <summary>Requests for tokens that were granted.</summary>
    public int Granted { get; private set; }

    public void Reset()
    {
        Says.Clear();
        (SignsWithAnotherKey, IsUnsigned, UserInfo, IsDown) = (false, false, null, false);
    }

    public void Dispose()
    {
        _listener.Close();
        _key.Dispose();
        _stranger.Dispose();
    }

    /// <summary>What the person’s browser does there: they are known, and sent back with a code.</summary>
    /// <returns>The address they are sent back to.</returns>
    public string Authorize(string location)
    {
        var asked = HttpUtility.ParseQueryString(new Uri(location).Query);
        if (asked["response_type"] != "code" || asked["client_id"] != Client || asked["code_challenge_method"] != "S256" || !(asked["scope"] ?? "").Split(' ').Contains("openid")) throw new InvalidOperationException("No request of ours: " + location);
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = new Dictionary<string, string> { ["nonce"] = asked["nonce"]!, ["challenge"] = asked["code_challenge"]!, ["redirect"] = asked["redirect_uri"]! };
        return $"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}";
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new StreamReader(context.Request.InputStream);
                var (status, answer) = IsDown ? (500, new { }) : Answer(context.Request.Url!.AbsolutePath, HttpUtility.ParseQueryString(await body.ReadToEndAsync()));
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                var bytes = JsonSerializer.SerializeToUtf8Bytes(answer);
                await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private (int Status, object Answer) Answer(string path, System.Collections.Specialized.NameValueCollection form) => path switch
    {
        "/.well-known/openid-configuration" => (200, new Dictionary<string, object?>
        {
            ["issuer"] = _base, ["authorization_endpoint"] = _base + "/authorize", ["token_endpoint"] = _base + "/token", ["jwks_uri"] = _base + "/jwks", ["userinfo_endpoint"] = UserInfo is null ? null : _base + "/userinfo",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }),
        "/jwks" => (200, new { keys = new[] { Published() } }),
        "/token" => Token(form),
        "/userinfo" when UserInfo is { } said => (200, said),
        _ => (404, new { }),
    };

    private (int Status, object Answer) Token(System.Collections.Specialized.NameValueCollection form)
    {
        var isOurs = form["client_id"] == Client && form["client_secret"] == Secret && form["grant_type"] == "authorization_code";
        if (!isOurs || form["code"] is not { } code || !_codes.Remove(code, out var asked)) return (400, new { error = "invalid_grant" });
        var challenge = Url(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? "")));
        if (challenge != asked["challenge"] || form["redirect_uri"] != asked["redirect"]) return (400, new { error = "invalid_grant" });
        Granted++;
        return (200, new { access_token = "opaque", token_type = "Bearer", expires_in = 60, id_token = Sign(asked["nonce"]) });
    }

    private string Sign(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?> { ["iss"] = _base, ["sub"] = "248289761001", ["aud"] = Client, ["iat"] = now, ["exp"] = now + 60, ["nonce"] = nonce };
        foreach (var (name, value) in Says) claims[name] = value;
        var header = new Dictionary<string, object?> { ["alg"] = IsUnsigned ? "none" : "RS256", ["kid"] = "k1", ["typ"] = "JWT" };
        var text = $"{Url(JsonSerializer.SerializeToUtf8Bytes(header))}.{Url(JsonSerializer.SerializeToUtf8Bytes(claims.Where(c => c.Value is not null).ToDictionary()))}";
        return IsUnsigned ? text + "." : $"{text}.{Url((SignsWithAnotherKey ? _stranger : _key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private object Published()
    {
        var key = _key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "k1", n = Url(key.Modulus!), e = Url(key.Exponent!) };
    }

    private static string Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
