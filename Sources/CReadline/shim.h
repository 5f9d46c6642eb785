// GNU readline as Swift sees it. Swift 6 refuses C globals, so each is set or read by a function here.
#ifndef DIXIT_CREADLINE_SHIM_H
#define DIXIT_CREADLINE_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <signal.h>
#include <sys/select.h>
#include <readline/readline.h>
#include <readline/history.h>

// The name for `$if dixit` in a user's .inputrc, and where the line is drawn: standard output is for data.
static inline void dixit_readline_start(void) {
    rl_readline_name = "dixit";
    rl_outstream = stderr;
    rl_instream = stdin;
}

// The line as it stands, and the cursor in it, in bytes.
static inline const char *dixit_readline_line(void) { return rl_line_buffer ? rl_line_buffer : ""; }
static inline int dixit_readline_point(void) { return rl_point; }

// Puts text in place of a range of the line, the cursor behind it.
static inline void dixit_readline_replace(int start, int end, const char *text) {
    rl_begin_undo_group();
    rl_delete_text(start, end);
    rl_point = start;
    rl_insert_text(text);
    rl_end_undo_group();
}

// Forgets what has been typed: after Ctrl-C.
static inline void dixit_readline_clear(void) {
    rl_free_line_state();
    rl_callback_sigcleanup();
    rl_point = rl_end = 0;
    if (rl_line_buffer) rl_line_buffer[0] = '\0';
}

// Waits for a key; 0 or less when a signal that `mask` lets in came first.
static inline int dixit_wait_for_key(int descriptor, const sigset_t *mask) {
    fd_set descriptors;
    FD_ZERO(&descriptors);
    FD_SET(descriptor, &descriptors);
    return pselect(descriptor + 1, &descriptors, 0, 0, 0, mask);
}

// Whether Tab still does what readline gives it: a user's .inputrc goes before us.
static inline void dixit_readline_bind_tab(rl_command_func_t *function) {
    rl_add_defun("dixit-complete", function, -1);
    rl_initialize();
    int type = 0;
    rl_command_func_t *bound = rl_function_of_keyseq("\t", 0, &type);
    if (bound == rl_complete || bound == 0) rl_bind_key('\t', function);
}

// Shows a menu under the line and draws the line again.
static inline void dixit_readline_show_menu(char **matches, int count, int widest) {
    rl_display_match_list(matches, count, widest);
    rl_forced_update_display();
}

#endif
