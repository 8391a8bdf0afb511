// How long a form of 2,000 questions takes to import, from the bytes of its spreadsheet to the questionnaire and its report: dotnet fsi bench/import-form.fsx
#r "../libs/Diapason.Forms/bin/Release/net10.0/Diapason.Forms.dll"
#r "../libs/Diapason.Tables/bin/Release/net10.0/Diapason.Tables.dll"
#r "../libs/Diapason.Text/bin/Release/net10.0/Diapason.Text.dll"
#r "../libs/Diapason.Yaml/bin/Release/net10.0/Diapason.Yaml.dll"

open System
open System.Diagnostics
open System.IO
open System.Threading
open Diapason.Forms
open Diapason.Tables

let cancel = CancellationToken.None
let rows = 2000

let write (book: XlsxTableWriter) (lines: string list) =
    for line in lines do
        for cell in line.Split '|' do
            book.Code cell
        book.EndRowAsync(cancel).AsTask().Wait()

let survey =
    "type|name|label::Français (fr)|label::English|relevant"
    :: [ for i in 1..rows ->
             match i % 4 with
             | 0 -> $"integer|n{i}|Combien, question {i}?|How many, question {i}?|${{c{i - 1}}} = 'yes'"
             | 1 -> $"select_one yn|u{i}|Utilisez-vous l’outil {i}?|Do you use tool {i}?|"
             | 2 -> $"text|t{i}|Pourquoi, question {i}?|Why, question {i}?|${{u{i - 1}}} = 'yes' and string-length('a') > 0"
             | _ -> $"select_one yn|c{i}|Et ensuite, {i}?|And then, {i}?|" ]

let bytes =
    use file = new MemoryStream()
    let book = XlsxTableWriter.CreateAsync(file, "survey", cancel).Result
    write book survey
    book.SheetAsync("choices", cancel).Wait()
    write book [ "list_name|name|label::Français (fr)|label::English"; "yn|yes|Oui|Yes"; "yn|no|Non|No" ]
    book.DisposeAsync().AsTask().Wait()
    file.ToArray()

let import () =
    use file = new MemoryStream(bytes)
    let struct (sheets, problem) = ReadSpreadsheet.Sheets(file, TableLimits(Rows = 20000))
    XlsFormReader.Read([| for sheet in sheets -> FormSheet(sheet.Name, [| for row in sheet.Rows -> FormRow(row.Line, row.Cells) |]) |])

for run in 1..5 do
    let before, clock = Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew()
    let reading = import ()
    let wall, processor = clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds
    printfn $"run {run}: {wall:F2} s, processor {processor:F2} s, {reading.Questionnaire.Questions.Count} questions, {bytes.Length / 1024} kB"
