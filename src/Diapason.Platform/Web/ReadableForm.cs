using System.Text;
using Diapason.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Diapason.Platform.Web;

/// <summary>
/// A request's form, whatever was announced about it: a charset nobody writes in, a part without an end or a type that is not one are a bad request
/// (400), told once as a limit of the server is; after that the form is empty, so that the page which tells it can be drawn. What is typed is read without the signs nobody sees: a
/// name made of them is an empty field. Passwords are as they were typed.
/// </summary>
internal sealed class ReadableForm(HttpRequest request, FormOptions options) : IFormFeature
{
    private readonly FormFeature _form = new(request, options);
    private int? _refusal;
    private bool _isCleaned;

    public bool HasFormContentType => _refusal is null && _form.HasFormContentType;

    public IFormCollection? Form
    {
        get => _refusal is not null ? FormCollection.Empty : _form.Form;
        set => (_form.Form, _refusal, _isCleaned) = (value, null, false);
    }

    /// <summary>The status that says why the form of a request could not be read: too slow (408), too large (413), announced or cut wrongly (400). Null when it was read, or never asked for.</summary>
    public static int? RefusalOf(HttpContext context) => context.Features.Get<IFormFeature>() is ReadableForm form ? form._refusal : null;

    /// <summary>The middleware: every later reader of the request's form goes through this one.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // Nothing is read of a body sent with anything but POST.
        if (!HttpMethods.IsPost(context.Request.Method)) context.Request.ContentType = null;
        // The page that tells of an error goes through here again, with the same request.
        else if (context.Features.Get<IFormFeature>() is not ReadableForm)
            context.Features.Set<IFormFeature>(new ReadableForm(context.Request, context.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value));
        return next(context);
    }

    public IFormCollection ReadForm()
    {
        if (_refusal is not null) return FormCollection.Empty;
        try
        {
            return Clean(_form.ReadForm());
        }
        catch (BadHttpRequestException limit)
        {
            _refusal = limit.StatusCode;
            throw;
        }
        catch (Exception unreadable) when (IsOfTheSender(unreadable))
        {
            throw Refuse(unreadable);
        }
    }

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        if (_refusal is not null) return FormCollection.Empty;
        try
        {
            return Clean(await _form.ReadFormAsync(cancellationToken));
        }
        catch (BadHttpRequestException limit)
        {
            _refusal = limit.StatusCode;
            throw;
        }
        catch (Exception unreadable) when (IsOfTheSender(unreadable))
        {
            throw Refuse(unreadable);
        }
    }

    private IFormCollection Clean(IFormCollection form)
    {
        if (_isCleaned) return form;
        _isCleaned = true;
        if (form.All(pair => IsPassword(pair.Key) || pair.Value.All(IsClean))) return form;
        var fields = form.ToDictionary(pair => pair.Key, pair => IsPassword(pair.Key) ? pair.Value : new StringValues([.. pair.Value.Select(value => value is null ? null : VisibleText.Of(value))]), StringComparer.OrdinalIgnoreCase);
        return _form.Form = new FormCollection(fields, form.Files);
    }

    private static bool IsClean(string? value) => value is null || ReferenceEquals(VisibleText.Of(value), value);

    private static bool IsPassword(string field) => field.EndsWith("Password", StringComparison.OrdinalIgnoreCase);

    /// <summary>What decoders throw at a form announced or cut wrongly; a connection that broke is an error of reading too, of a type of its own.</summary>
    private static bool IsOfTheSender(Exception unreadable) =>
        unreadable is InvalidDataException or NotSupportedException or ArgumentException or InvalidOperationException or DecoderFallbackException or FormatException || unreadable.GetType() == typeof(IOException);

    private InvalidDataException Refuse(Exception unreadable)
    {
        _refusal = StatusCodes.Status400BadRequest;
        // The reason without what was sent: it goes no further than a status.
        return new InvalidDataException(unreadable.GetType().Name);
    }
}
