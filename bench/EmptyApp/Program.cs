// The least that an ASP.NET Core application can be: what Talka's start and memory are measured against.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "empty");
app.Run();
