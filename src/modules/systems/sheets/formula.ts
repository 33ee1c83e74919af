/**
 * Text that a program for sheets may take for a formula or a command (CWE-1236), in any width of its signs. What has
 * apostrophes before such a sign counts too, so that taking one away gives back what was written.
 */
export const mayRun = /^'*[=+\-@\t\r＝＋－＠]/u;
