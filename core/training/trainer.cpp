#include "training/trainer.h"
