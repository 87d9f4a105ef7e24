#include "training/run_record.h"
