/** Id of the calendar by which terms are counted unless somebody chooses another. */
export const workingDaysId = 'working-days';
