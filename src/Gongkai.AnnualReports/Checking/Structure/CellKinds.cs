using System.Runtime.CompilerServices;
using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Checking.Structure;

/// <summary>单元格种类: what a cell of an edition may hold, by index, found once per edition.</summary>
internal sealed class CellKinds
{
    private static readonly ConditionalWeakTable<Form, CellKinds> s_known = [];

    private CellKinds(Form form)
    {
        IsCount = [.. form.Cells.Select(cell => !cell.Column.Decimals && !cell.Column.Signed)];
        IsSigned = [.. form.Cells.Select(cell => cell.Column.Signed)];
        IsAmount = [.. form.Cells.Select(cell => cell.Column.Decimals)];
    }

    /// <summary>Whole numbers from 0.</summary>
    public bool[] IsCount { get; }

    /// <summary>本年增/减.</summary>
    public bool[] IsSigned { get; }

    /// <summary>Money.</summary>
    public bool[] IsAmount { get; }

    public static CellKinds Of(Form form) => s_known.GetValue(form, own => new CellKinds(own));
}
