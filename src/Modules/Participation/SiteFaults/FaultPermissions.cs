using Gongkai.Bodies;

namespace Gongkai.Participation;

/// <summary>权限 of faults of the site, in the words of data/permissions.json.</summary>
public static class FaultPermissions
{
    private static readonly Permission s_answer = new("site_faults.answer");

    extension(Permission)
    {
        public static Permission AnswerFaults => s_answer;
    }
}
