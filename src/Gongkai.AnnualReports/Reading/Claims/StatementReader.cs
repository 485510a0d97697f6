namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>
/// 读句: walks the sentences of a report and understands what each figure counts. It carries the subject from clause to clause and from
/// sentence to sentence of one part, as a reader does, and says nothing where the words do not tell.
/// </summary>
internal sealed partial class StatementReader
{
    // A real report makes some dozens; the bound keeps a hostile text cheap.
    private const int MostStatements = 2000;

    // Words such as 未收到 and 均 look ahead to the end of their clause; no sentence has so many of them.
    private const int MostLooks = 24;

    private readonly List<Statement> _statements = [];
    private readonly Queue<Word> _respectively = [];
    private Sentence _sentence = null!;
    private List<Word> _words = [];

    // What the part and the last sentences speak of.
    private Subject _part;
    private Subject _subject;
    private int _sinceRequests;

    // What the sentence at hand has said so far.
    private int _looks;
    private int _run;
    private int _segment;
    private int _subjectSince;
    private bool _isPast;
    private bool _isCompared;
    private bool _isPartOnly;
    private bool _isConditional;
    private Statement? _whole;
    private Statement? _lastReceived;
    private bool _isAmong;
    private string _family = "";
    private Word _document;
    private string? _documentColumn;

    /// <summary>What a stretch of text speaks of.</summary>
    private enum Subject
    {
        None,
        Requests,
        Remedies,
        Other,
    }

    public static IReadOnlyList<Statement> Read(IEnumerable<Sentence> sentences)
    {
        var reader = new StatementReader();
        foreach (var sentence in sentences)
        {
            if (reader._statements.Count >= MostStatements)
                break;
            if (sentence.Section.Key != "s5")
                reader.Read(sentence);
        }

        return reader._statements;
    }

    private void Read(Sentence sentence)
    {
        if (_sentence is null || sentence.Section != _sentence.Section)
            StartSection(sentence.Section.Key);
        else if (sentence.Paragraph != _sentence.Paragraph && !IsPartParagraph(sentence))
            _sinceRequests++;
        _sentence = sentence;
        _words = sentence.Words;
        (_run, _segment, _subjectSince) = (0, 0, 0);
        (_isPast, _isCompared, _isPartOnly, _isConditional) = (false, false, false, false);
        (_whole, _isAmong, _family, _document, _documentColumn) = (null, false, "", default, null);
        _respectively.Clear();
        _looks = 0;
        if (sentence.OpensPart)
            StartPart();
        _sinceRequests++;

        Stack<(bool Among, bool Past, bool Compared, Statement? Whole)> outside = [];
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            switch (word.Sense)
            {
                case Sense.Mark:
                    ReadMark(i, outside);
                    break;
                case Sense.Figure:
                    ReadFigure(i);
                    (_run, _segment) = (i + 1, i + 1);
                    break;
                case Sense.Zero when ++_looks <= MostLooks:
                    ReadZero(i);
                    break;
                case Sense.All when ++_looks <= MostLooks:
                    ReadAll(i);
                    break;
                case Sense.Among:
                    _isAmong = true;
                    break;
                case Sense.Includes when _whole is not null:
                    _isAmong = true;
                    break;
                case Sense.Respectively when ++_looks <= MostLooks:
                    ReadRespectively(i);
                    break;
                case Sense.CarriedIn when _isAmong && _whole is { Quantity: Quantity.Received or Quantity.Processed }:
                    _whole.IncludesCarriedIn = true;
                    break;
                default:
                    ReadScope(word);
                    break;
            }
        }
    }

    // A section that is about one thing tells what its bare words mean.
    private void StartSection(string key)
    {
        _part = key switch { "s3" => Subject.Requests, "s4" => Subject.Remedies, _ => Subject.None };
        _subject = _part;
        _sinceRequests = _part == Subject.Requests ? 0 : 99;
        _lastReceived = null;
        _remediesMeant = false;
    }

    private static bool IsPartParagraph(Sentence sentence) => sentence.Words.Count > 0 && sentence.Words[0].Sense is Sense.Among;

    // （二）依申请公开情况 …
    private void StartPart()
    {
        _part = Subject.Other;
        foreach (var word in _words.TakeWhile(word => word.Start < _sentence.Start + 24 && word.Sense != Sense.Figure))
        {
            if (word.Sense is Sense.Request or Sense.RequestTopic or Sense.BareRequest)
                _part = Subject.Requests;
            else if (word.Sense is Sense.Review or Sense.Litigation && _part != Subject.Requests)
                _part = Subject.Remedies;
        }

        _subject = _part;
        _sinceRequests = _part == Subject.Requests ? 0 : 99;
        _lastReceived = null;
        _remediesMeant = false;
    }

    private void ReadMark(int i, Stack<(bool Among, bool Past, bool Compared, Statement? Whole)> outside)
    {
        var mark = _words[i].Value;
        if (mark == "、")
            return;
        _segment = i + 1;
        _isConditional = false;
        switch (mark)
        {
            case "（":
                if (outside.Count < 8)
                    outside.Push((_isAmong, _isPast, _isCompared, _whole));
                if (i > 0 && _words[i - 1].Is(Sense.Figure))
                    _isAmong = true;
                _isCompared = false;
                break;
            case "）":
                if (outside.TryPop(out var before))
                    (_isAmong, _isPast, _isCompared, _whole) = before;
                break;
            case "；":
                (_isAmong, _isCompared, _isPast) = (false, false, false);
                _respectively.Clear();
                break;
            default:
                _isCompared = false;
                break;
        }
    }

    private void ReadScope(Word word)
    {
        switch (word.Sense)
        {
            case Sense.Request or Sense.RequestTopic:
                SetSubject(Subject.Requests, word);
                break;
            case Sense.Review or Sense.Litigation or Sense.Direct or Sense.AfterReview:
                SetSubject(Subject.Remedies, word);
                break;
            case Sense.Other or Sense.Info or Sense.Suggestion or Sense.Proposal when !_isAmong && word.Value != "weak":
                SetSubject(Subject.Other, word);
                break;
            case Sense.Rules or Sense.Normative:
                _document = word;
                SetSubject(Subject.Other, word);
                break;
            case Sense.Decision or Sense.AdminFee:
                SetSubject(Subject.Other, word);
                break;
            case Sense.Compare:
                _isCompared = true;
                break;
            case Sense.Past:
                _isPast = true;
                break;
            case Sense.ThisYear:
                _isPast = false;
                break;
            case Sense.Office when StandsAsSubject(word):
                _isPartOnly = true;
                break;
            case Sense.WholeSystem:
                _isPartOnly = true;
                break;
            case Sense.Whole or Sense.Self:
                _isPartOnly = false;
                break;
            case Sense.Condition:
                _isConditional = true;
                break;
        }
    }

    private void SetSubject(Subject subject, Word word)
    {
        _subject = subject;
        _subjectSince = word.Start;
        if (subject == Subject.Requests)
            _sinceRequests = 0;
    }

    // 区政府办受理17件, not 按照区政府办的要求 and not 市委、市政府高度重视.
    private bool StandsAsSubject(Word word)
    {
        var text = _sentence.Folded.Text;
        for (var i = word.Start - 1; i >= _sentence.Start && i > word.Start - 20 && text[i] is not ('，' or '；' or '：'); i--)
        {
            if (text[i] is '按' or '根' or '在' or '向' or '经' or '与' or '对' or '依' or '从' or '被' or '落' or '执' or '贯' or '配' or '受' or '围' or '认' or '委')
                return false;
        }

        return true;
    }

    private bool RequestsAreMeant =>
        _subject == Subject.Requests ? _sinceRequests <= 2 || _part == Subject.Requests : _part == Subject.Requests && _subject == Subject.None;

    private void Add(Statement statement)
    {
        _statements.Add(statement);
        if (statement.Quantity is Quantity.Received or Quantity.Processed)
            _lastReceived = statement;
        if (!statement.IsPart)
            _whole = statement;
    }

    private Statement Say(Quantity quantity, Figure figure, decimal value, string item = "", string other = "", bool isLoose = false, bool isPartOnly = false) =>
        new(quantity, value, _sentence, figure.Start, figure.End)
        {
            Item = item,
            Other = other,
            Unit = figure.Unit,
            IsApproximate = figure.IsApproximate,
            IsPartOnly = _isPartOnly || isPartOnly,
            IsPart = _isAmong,
            Whole = _isAmong ? _whole : null,
            IsLoose = isLoose,
        };

    private Word? Last(int from, int to, params ReadOnlySpan<Sense> senses)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (senses.Contains(_words[i].Sense))
                return _words[i];
        }

        return null;
    }

    private bool Has(int from, int to, params ReadOnlySpan<Sense> senses) => Last(from, to, senses) is not null;

    // The words after a figure that can still belong to it: up to a mark or the next figure.
    private int EndOfTail(int i)
    {
        var end = i + 1;
        while (end < _words.Count && !(_words[end].Sense is Sense.Mark or Sense.Figure))
            end++;
        return end;
    }

    private int EndOfClause(int i)
    {
        var end = i;
        while (end < _words.Count && !_words[end].EndsClause)
            end++;
        return end;
    }
}
