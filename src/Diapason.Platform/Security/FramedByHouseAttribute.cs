namespace Diapason.Platform.Security;

/// <summary>A page that another page of the house may show in a frame, and no other site.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FramedByHouseAttribute : Attribute;

/// <summary>A page that shows another page of the house in a frame, and nothing else in it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FramesHouseAttribute : Attribute;
